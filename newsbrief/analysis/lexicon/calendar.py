"""Capitalised words that are never anyone's name where they stand: the calendar and its kin."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set

WEEKDAYS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri "
    "Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"
)
MONTHS = word_set(
    "January February March April May June July August September October November December Jan "
    "Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
FEASTS = word_set(
    "Christmas Easter Thanksgiving Halloween Ramadan Hanukkah Eid Passover Lent Diwali Yom Kippur "
    "Valentine's Valentine’s BST GMT EST EDT PST PDT CST CDT CET CEST UTC ET AM PM "
    "AEDT AEST ACDT ACST AWST NZDT NZST IST JST SAST"
)
CALENDAR = WEEKDAYS | MONTHS | FEASTS
