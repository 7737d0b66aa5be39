"""A plot of time against size as SVG, both axes logarithmic."""

from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 440, 64, 24, 190, 48
COLOURS = ("#1b6ca8", "#d1495b", "#2e8b57", "#8b5fbf", "#c77d00", "#4a4a4a")


def plot(series):
    """Return the plot.

    Args:
        series: by name pairs of characters and seconds, the smallest first.
    """
    points = [point for line in series.values() for point in line]
    (x0, x1), (y0, y1) = (_decades(values) for values in zip(*points, strict=True))

    def at(x, y):
        across = (log10(x) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT)
        up = (log10(y) - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM)
        return round(LEFT + across, 1), round(HEIGHT - BOTTOM - up, 1)

    parts = [*_grid(at, (x0, x1), (y0, y1))]
    for number, (name, line) in enumerate(series.items()):
        parts += _line([at(*point) for point in line], name, number)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _decades(values):
    return floor(log10(min(values))), ceil(log10(max(values)))


def _grid(at, across, up):
    for power in range(across[0], across[1] + 1):
        (x, bottom), (_, top) = at(10**power, 10 ** up[0]), at(10**power, 10 ** up[1])
        yield f'<path d="M{x} {bottom}V{top}" stroke="#ddd"/>'
        yield _text(x, bottom + 18, _amount(power), "middle")
    for power in range(up[0], up[1] + 1):
        (left, y), (right, _) = at(10 ** across[0], 10.0**power), at(10 ** across[1], 10.0**power)
        yield f'<path d="M{left} {y}H{right}" stroke="#ddd"/>'
        yield _text(left - 8, y + 4, f"{10.0**power:g} s", "end")
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "characters", "middle")
    yield _slope(at, across, up)


def _slope(at, across, up):
    """Draw the slope of time that grows as size does."""
    steps = min(across[1] - across[0], up[1] - up[0])
    (x, y), (to_x, to_y) = (
        at(10 ** across[0], 10.0 ** up[0]),
        at(10 ** (across[0] + steps), 10.0 ** (up[0] + steps)),
    )
    return f'<path d="M{x} {y}L{to_x} {to_y}" stroke="#aaa" stroke-dasharray="4 4"/>'


def _line(points, name, number):
    colour = COLOURS[number % len(COLOURS)]
    path = "L".join(f"{x} {y}" for x, y in points)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in points)
    y = TOP + 14 + 22 * number
    yield f'<path d="M{WIDTH - RIGHT + 16} {y - 4}h18" stroke="{colour}" stroke-width="2"/>'
    yield _text(WIDTH - RIGHT + 40, y, name, "start")


def _text(x, y, words, anchor):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>'


def _amount(power):
    return f"{10 ** (power % 3)}{ {1: ' k', 2: ' M', 3: ' G'}.get(power // 3, '') }"
