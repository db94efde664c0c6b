# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
schedule-unusable-rule = Diese Wiederholung kann ich nicht gebrauchen. Möglich ist täglich, wöchentlich, monatlich oder jährlich, höchstens einmal am Tag. Nichts wurde geändert; bitte wähle eine andere.
