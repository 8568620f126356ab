"""The English tables are consistent: one category a word, every name of the grammar known."""

from __future__ import annotations

from onrecord.dates.grammar import _needed, search
from onrecord.dates.lexer import lex, vocabulary
from onrecord.dates.resolve import _RESOLVERS
from onrecord.languages.english import date_grammar, dates
from onrecord.languages.english.holidays import HOLIDAYS

GRAMMAR = dates.GRAMMAR


def test_no_lower_case_word_has_two_categories():
    seen = {}
    for category, words in dates.WORDS.items():
        for word in words:
            assert word not in seen, f"{word}: {seen.get(word)} and {category}"
            seen[word] = category


def test_every_kind_of_the_grammar_has_a_resolver():
    assert {kind for kind, _ in GRAMMAR.rules} == set(_RESOLVERS)


def test_every_group_names_known_categories():
    known = set(vocabulary(GRAMMAR).code_of) | set(date_grammar.GROUPS)
    assert all(set(members) <= known for members in date_grammar.GROUPS.values())


def test_every_holiday_is_found_as_one_expression():
    for name in HOLIDAYS:
        (found,) = search(lex(f"They danced at {name}.", GRAMMAR))
        assert found.kind == "holiday", name


def test_what_a_rule_needs_is_in_every_text_that_it_finds_something_in():
    needed = {
        "ab?c": ["a", "c"],
        "(?:a|bc)?d": ["d"],
        "a|[bc]d": ["ad"],
        "(?<!a)(b)(?=c)": ["b"],
        "a{0,3}b{1,2}": ["b"],
    }
    for pattern, sets in needed.items():
        assert [*map(sorted, _needed(pattern))] == [*map(sorted, sets)], pattern
    assert _needed("a|b?") == ()
