# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
schedule-unusable-rule = Diese Wiederholung kann ich nicht gebrauchen. Möglich ist täglich, wöchentlich, monatlich oder jährlich, höchstens einmal am Tag. Nichts wurde geändert; bitte wähle eine andere.
schedule-day-0 = Montag
schedule-day-1 = Dienstag
schedule-day-2 = Mittwoch
schedule-day-3 = Donnerstag
schedule-day-4 = Freitag
schedule-day-5 = Samstag
schedule-day-6 = Sonntag
