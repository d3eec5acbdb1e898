"""What a reading of a citation is scored by: one line for each thing that speaks for it, or against it.

The unit is the sureness of a full stop behind a long word: it ends a title, and that is worth 1. Readings of one
citation are compared with each other only, so a weight matters by its difference from others. Weights were set by hand,
on citations of many styles, and are to be judged by the tests and a sweep over all styles, never by one citation.
"""

from __future__ import annotations

from typing import Final

#: What the sum of the same numbers, added in another order, may differ by.
ROUNDING: Final = 1e-6
#: A character of what follows a title that no part explains.
LOST: Final = -0.03

# -- where a title ends -------------------------------------------------------------------------------------
QUOTED_TITLE: Final = 2.5  # quotation marks around it
NO_TITLE: Final = -0.3  # physics and ACS print none: the journal follows the people and a comma or a colon
NO_TITLE_BEHIND_STOP: Final = -0.8  # where a full stop or a date in brackets ends the head, a title is expected
EMPTY_TITLE: Final = -0.6  # whatever follows it
END_AT_COMMA: Final = -1.8  # in a style that ends its head with a full stop
END_AT_COMMA_IN_STYLE: Final = -0.5  # in a style that parts everything by commas
END_AT_COMMA_BEFORE_IN: Final = -0.8  # , in
END_AT_COMMA_BEFORE_IN_COLON: Final = 0.3  # , in:
#: Translators stand behind the title, with the word that says so.
TRANSLATORS_BEHIND_TITLE: Final = 1.0
END_AT_SEMICOLON: Final = -1.0
END_AT_LATER_SENTENCE: Final = -0.8  # times the sureness of the sentences that ended before
SENTENCE_COUNTS: Final = 0.9  # what a sentence that ended counts towards the line above
WEAK_STOP_IN_COMMA_STYLE: Final = -0.6  # more likely an abbreviation
END_AT_QUESTION: Final = -0.1
END_BEFORE_IN: Final = 0.0
END_BEFORE_SLASHES: Final = 0.2  # //
END_BEFORE_BRACKET: Final = -0.3
END_BEFORE_GENRE: Final = 1.4  # [Data set]
END_BEFORE_CLOSED_BRACKET: Final = 0.9  # [a translation of the title].
END_BEFORE_PARENTHESIS: Final = -0.6
END_BEFORE_LAST_PARENTHESIS: Final = -0.3
END_BEFORE_IMPRINT_IN_PARENTHESES: Final = 0.9  # (Harbour Press, 2001)
END_BEFORE_GENRE_IN_PARENTHESES: Final = 0.2  # (doctoral dissertation)
END_BEFORE_ANCHOR: Final = 0.7  # an identifier or a link
END_BEFORE_KNOWN: Final = 0.8  # an edition, a version, a word for theses, names behind a slash
END_BEFORE_DATE: Final = -0.2
END_OF_ALL: Final = 0.2  # nothing follows
#: The most that the end of a title is worth.
MOST_END: Final = END_BEFORE_GENRE

# -- how good a title is ------------------------------------------------------------------------------------
NO_WORDS: Final = -2.0
ONE_WORD: Final = -0.5
FOUR_WORDS: Final = 0.5
WORD_TOO_MANY: Final = -0.1  # each beyond 35
SMALL_FIRST_LETTER: Final = -0.8
ENDS_LIKE_ABBREVIATED_JOURNAL: Final = -1.5  # J. Appl. Coat
IS_JOURNAL_WORDS: Final = -1.5  # Annals of Chemistry
ENDS_IN_JOURNAL_WORDS: Final = -1.0
YEAR_INSIDE: Final = -0.8
ROLE_INSIDE: Final = -1.0  # edited by
SMALL_WORDS: Final = 0.3  # that names of journals do not have
LOCATOR_INSIDE: Final = -0.9  # each
VERSION_INSIDE: Final = -1.2
OPEN_BRACKET: Final = -1.0
BEGINS_WITH_PAGES_OR_IN: Final = -0.3
BEGINS_WITH_IN_COLON: Final = -2.0
#: The most that a title's words are worth.
MOST_TITLE: Final = FOUR_WORDS + SMALL_WORDS

# -- how good the name of a periodical or of proceedings is -------------------------------------------------
NAME_WITHOUT_WORDS: Final = -3.0
KNOWN_WORD: Final = 0.4  # each of up to three
NO_KNOWN_WORD: Final = -0.1
KNOWN_FIRST_WORD: Final = 0.3
BEGINS_WITH_NUMBER: Final = -1.0
BEGINS_SMALL: Final = -2.0
SMALL_WORD: Final = -0.35  # each
CAPITALS: Final = 0.5  # on most of its longer words
NO_CAPITALS: Final = -0.3
WORD_BEYOND_NINE: Final = -0.3  # each, if none is known
WORD_BEYOND_FOURTEEN: Final = -0.2  # each
STOP_INSIDE: Final = -1.4  # times its sureness beyond an abbreviation's
COLON_SURENESS: Final = 0.55
ABBREVIATION_SURENESS: Final = 0.25
UNBALANCED: Final = -0.6  # brackets
COMMA_INSIDE: Final = -0.25  # each
HOLE_INSIDE: Final = -1.5  # an identifier or a link was here
NAME_WITH_ROLE: Final = -1.5
BEGINS_WITH_PLACE: Final = -2.0  # Boston: Harbour Press

#: The most that a name is worth.
MOST_NAME: Final = 3 * KNOWN_WORD + KNOWN_FIRST_WORD + CAPITALS

# -- an article's place in a journal ------------------------------------------------------------------------
JOURNAL: Final = 0.8
JOURNAL_VOLUME: Final = 0.9
JOURNAL_ISSUE: Final = 0.5
JOURNAL_PAGE: Final = 0.8
JOURNAL_ONLY_PAGES: Final = -0.5  # neither volume nor issue
JOURNAL_YEAR: Final = 0.4
JOURNAL_NO_YEAR: Final = -0.6
JOURNAL_PUBLISHER_NO_VOLUME: Final = -0.5

# -- a host announced by a word for `in` --------------------------------------------------------------------
HOST: Final = 2.2
HOST_PUBLISHER: Final = 0.3
HOST_PLACE: Final = 0.3
HOST_PAGE: Final = 0.4
HOST_PEOPLE: Final = 0.3
HOST_YEAR: Final = 0.3
HOST_STOP_INSIDE: Final = -1.2  # times its sureness beyond an abbreviation's
HOST_UNBALANCED: Final = -0.5
HOST_WEAK_END: Final = -0.8  # times what its end lacks of sure
HOST_LOCATOR_INSIDE: Final = -0.9
HOST_ROLE_INSIDE: Final = -1.0
HOST_CHARACTER: Final = -0.004  # a short name rather than a long one
HOST_OF_THESIS_OR_REPORT: Final = -0.5
HOST_UNANNOUNCED: Final = -0.6  # behind a title in quotation marks
HOST_UNNAMED: Final = 1.4  # In: Boston, 1985

# -- a work that stands for itself --------------------------------------------------------------------------
BOOK: Final = 0.6
BOOK_PUBLISHER: Final = 0.8
BOOK_PLACE: Final = 0.5
BOOK_EDITION: Final = 0.5
BOOK_YEAR: Final = 0.4
BOOK_GENRE: Final = 1.2  # a word for theses, reports, patents
BOOK_PEOPLE: Final = 0.5
BOOK_NOTHING_KNOWN: Final = -1.1  # neither the place nor the publisher is known to be one
BOOK_ONLY_UNKNOWN_PUBLISHER: Final = -0.9
BOOK_QUOTED: Final = -0.3  # books are not put in quotation marks
BARE: Final = 0.3  # neither publisher nor place nor edition
BARE_YEAR: Final = 0.7
BARE_PAGE: Final = 0.2
NOTHING_FOLLOWS: Final = -0.3
NOTHING_BUT_DATE_OR_LINK: Final = 0.4

# -- a newspaper, a magazine, a site ------------------------------------------------------------------------
PERIODICAL: Final = 0.3
PERIODICAL_MEETING: Final = 0.6
PERIODICAL_DATED: Final = 0.4
PERIODICAL_DAY: Final = 0.5
PERIODICAL_IS_PLACE: Final = -2.0
PERIODICAL_IS_PUBLISHER: Final = -0.5

#: The most that each kind of what follows a title adds: what is behind by more cannot become the best reading.
#: A journal's full name with all its locators could add more; none that is the right one needs it.
MOST_JOURNAL: Final = 4.6
MOST_HOST: Final = HOST + HOST_PUBLISHER + HOST_PLACE + HOST_PAGE + HOST_PEOPLE + HOST_YEAR
MOST_BOOK: Final = BOOK + BOOK_PUBLISHER + BOOK_PLACE + BOOK_EDITION + BOOK_YEAR + BOOK_GENRE + BOOK_PEOPLE
MOST_PERIODICAL: Final = 3.4
#: What they could add, whatever is right: what is behind the best by more is never better.
UTMOST_JOURNAL: Final = MOST_NAME + JOURNAL + JOURNAL_VOLUME + JOURNAL_ISSUE + JOURNAL_PAGE + JOURNAL_YEAR
UTMOST_PERIODICAL: Final = MOST_NAME + PERIODICAL + PERIODICAL_MEETING + PERIODICAL_DATED + PERIODICAL_DAY
