# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# /care: was dem Team hilft, auf einen Raum zu achten.
care-command = Auf die Räume dieser Community achten
