"""The text of HTML is what a reader sees, paragraph by paragraph."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import from_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Plain words.", "Plain words."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("One.<div>Two.</div>Three.", "One.\n\nTwo.\n\nThree."),
        ("<h1>Head</h1>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "Head\n\na\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("One<br><br>two<br> <br><br>three", "One\n\ntwo\n\nthree"),
        ("<p>One<br></p><p>two</p>", "One\n\ntwo"),
        ("<p></p><p> \n</p><p>&nbsp;</p><p>x</p>", "x"),
        ("<P CLASS=a>One</P >two", "One\n\ntwo"),
    ],
)
def test_blocks_are_paragraphs_and_breaks_are_lines(html, text):
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("  a  \n\t b\r\n c ", "a b c"),
        ("a<b> </b> c", "a c"),
        ("a <b> c</b> d", "a c d"),
        ("<p> a <i>b</i> </p> ", "a b"),
        ("a&nbsp; &nbsp;b", "a\xa0 \xa0b"),
        ("a&#32; &#10;b", "a b"),
        ("a\u2003\u2003b", "a\u2003\u2003b"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("x <pre>a  b &amp; <i>c</i></pre> y  z", "x\n\na  b & c\n\ny z"),
        ("un<wbr>broken <span>sp</span>an", "unbroken span"),
    ],
)
def test_blanks_run_together_as_in_a_browser(html, text):
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<!-- b -->c", "ac"),
        ("a<!-->b<!--->c", "abc"),
        ("a<!-- b --!>c", "ac"),
        ("a<!-- > -- > -->c", "ac"),
        ("a<!doctype html>b<?php x ?>c<![CDATA[d]]>e", "abce"),
        ("a<script>if (b < c) '</p>'</script>d", "ad"),
        ("a<SCRIPT SRC=x></Script\n>d", "ad"),
        ("a<script/>b", "ab"),
        ("a<style>p > q {}</style>b", "ab"),
        ("<head><title>T</title><meta charset=utf-8></head><body>b", "b"),
        ("a<template><p>b</p><template>c</template></template>d", "ad"),
        ("a<noscript><img src=x>b</noscript>c", "ac"),
        ("a<svg><title>b</title><text>c</text></svg>d", "ad"),
        ("a<textarea><p>b</textarea>c<iframe>d</iframe>e", "ace"),
        ("a<scripted>b</scripted>c", "abc"),
    ],
)
def test_what_is_no_part_of_the_article_is_dropped(html, text):
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("a<", "a<"),
        ("a</", "a</"),
        ("a</>b</ c>d", "abd"),
        ("a</div>b</li>c</h1>d</p>e", "abcd\n\ne"),
        ("<h1>a</h2>b", "a\n\nb"),
        ("a<b", "a"),
        ("a<b c='d", "a"),
        ("a<!--b", "a"),
        ("a<!b", "a"),
        ("a<script>b", "a"),
        ("a<svg>b", "ab"),
        ("a<svg><svg></svg>b", "ab"),
        ("</p></q></blockquote></div>a", "a"),
        ("<a title='>' b=\">\" c=d>x</a>", "x"),
        ("<a title=\"it's\" b='\"'>x", "x"),
        ("<a =b c = 'd' e/f>x", "x"),
        ('<a title="b>x', "x"),
        ("<p <b>x</b>", "x"),
        ("<b><i>a</b></i>c", "ac"),
        ("&lt;b>a&lt;/b>", "<b>a</b>"),
        ("\ud800<b>\ud800</b>", "\ud800\ud800"),
    ],
)
def test_malformed_html_is_read_as_in_a_browser(html, text):
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("She said <q>yes</q>.", "She said “yes”."),
        ("<q>He said <q>no</q> twice</q>", "“He said ‘no’ twice”"),
        ("<q>a <q>b <q>c</q></q></q> d", "“a ‘b c’” d"),
        ("<q>“Printed”</q> <q>'so'</q>", "“Printed” 'so'"),
        ("so <q> yes </q>she said", "so “yes” she said"),
        ("<q></q><q> </q>x", "x"),
        ("<q>one<br>two</q>", "“one\n“two”"),
        ("<q>one<br></q> she said", "“one”\nshe said"),
        ("<q>one<br><p>two", "“one”\n\ntwo"),
        ("<q>“one<br>two”</q>", "“one\ntwo”"),
        ("<p>a <q>b</p><p>c</q> d</p>", "a “b”\n\nc d"),
        ("<q><em>yes</em></q>", "“yes”"),
    ],
)
def test_q_gets_the_marks_that_browsers_show(html, text):
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<blockquote>b</blockquote>c", "a\n\n“b”\n\nc"),
        ("<blockquote><p>a</p><p>b</p><p>c</p></blockquote>", "“a\n\n“b\n\n“c”"),
        ("<blockquote>a<br>b</blockquote>", "“a\n“b”"),
        ("<blockquote>“a,” she said</blockquote>", "“a,” she said"),
        ("<blockquote><b>&quot;a&quot;</b></blockquote>", '"a"'),
        ("<blockquote><p>a</p><footer>Ek</footer></blockquote>", "“a”\n\nEk"),
        ("<blockquote><p>a</p><cite>Ek</cite></blockquote>", "“a”\n\nEk"),
        ("<blockquote>a <cite>Ek</cite></blockquote>", "“a” Ek"),
        ("<blockquote>in <cite>Tide</cite> she sank</blockquote>", "“in Tide she sank”"),
        ("<blockquote><p>a</p>&mdash; Ek</blockquote>", "“a”\n\n— Ek"),
        ("<blockquote>a <q>b</q></blockquote>", "“a “b””"),
        ("<blockquote>a<blockquote>b</blockquote>c</blockquote>", "“a\n\n“b\n\n“c”"),
        ("<blockquote></blockquote>a<blockquote><footer>b</footer></blockquote>", "a\n\nb"),
        ("<blockquote>a", "a"),
        ("<footer>a</footer><blockquote>b</blockquote>", "a\n\n“b”"),
    ],
)
def test_blockquote_gets_marks_where_none_are_printed(html, text):
    assert from_html(html).text == text


HOSTILE = st.lists(
    st.sampled_from("<>/!-&#;\"'= \nxqp\ud800\0😀“")
    | st.sampled_from(("<q>", "</q>", "<br>", "<blockquote>", "</blockquote>", "<cite>", "</cite>"))
    | st.sampled_from(("<script>", "</script>", "<svg>", "</svg>", "<pre>", "<p>", "<footer>"))
    | st.sampled_from(("<!--", "-->", "&#", "&amp", "&#x0;", "&nbsp;", "</", "— "))
).map("".join)


@given(st.one_of(st.text(), HOSTILE))
def test_no_string_is_too_malformed(html):
    text = from_html(html).text
    assert len(text) <= 4 * len(html)


HEAPS = {
    "nested blocks": "<div>" * 100_000 + "x",
    "nested q, each line marked again": "<q>" * 50_000 + "x<br>" * 50_000,
    "nested blockquotes": "<blockquote>" * 50_000 + "x" + "</blockquote>" * 50_000,
    "less-than signs": "<" * 1_000_000,
    "ampersands": "&" * 300_000,
    "unclosed comments": "<!--" * 250_000,
    "unclosed declarations": "<!" * 500_000,
    "unclosed tags": "<a " * 300_000,
    "unclosed attributes": "<a b=\"<a c='" * 100_000,
    "unclosed scripts": "<script>" * 100_000,
    "unclosed trees": "<svg>" * 100_000,
    "short trees": "<svg></svg>" * 50_000,
    "attributes": "<p " + "a=b " * 200_000 + ">x",
    "blanks in a tag": "<p a" + " " * 1_000_000,
    "blanks": " " * 1_000_000 + "x",
    "cites": "<blockquote>" + "<cite>x</cite>" * 50_000 + "</blockquote>",
}


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS)
def test_work_is_linear_however_hostile_the_html(heap):
    start = time.process_time()
    from_html(heap)
    # The slowest takes a second here; anything quadratic would take minutes.
    assert time.process_time() - start < 20
