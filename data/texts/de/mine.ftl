# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
mine-see = Was ich von dir aufbewahre
mine-see-title = Was ich von dir aufbewahre ({ $page } von { $pages })
mine-see-what = Jede Zeile ist eine Art von Dingen, warum ich sie habe, und wann sie spätestens geht. Das meiste ist versiegelt: Wer meine Dateien ohne den Schlüssel stiehlt, kann es nicht lesen.
mine-line = * { $why } · **{ $count }** · { $when }
mine-until = spätestens am { $until } weg
mine-until-on = solange es läuft
mine-see-shares = Was du ohne deinen Namen teilst, steht hier nicht: Es hängt nicht an deinem Namen. Du findest es unter /share, solange es durch mich noch zu dir führt.
mine-see-others = Auch nicht, was jemand anderes dem Team gesagt hat. Das gehört diesem Menschen und geht 30 Tage nach dem Ende.
mine-before = Eine Seite zurück
mine-after = Nächste Seite
mine-nothing = Ich bewahre hier nichts von dir auf.
mine-copy = Kopie mitnehmen
mine-copied = { $count ->
    [one] Eine Datei, für dich allein.
   *[other] { $count } Dateien, für dich allein. Jede Art sagt dasselbe: json für Programme, txt zum Lesen, csv für eine Tabelle.
}
mine-copied-not = Darin steht nichts über andere. Wer dein Gerät öffnen kann, kann sie lesen; lösch sie dort, wenn du genug gesehen hast.
mine-erase = Löschen, was du von mir hast
mine-erase-what = Alles, was ich hier von dir aufbewahre, geht, sofort und für immer: was du gewählt hast, Check-ins, die du behalten hast, Meldungen, die du geschrieben hast, alles. Du kannst bleiben und an jedem Tag neu beginnen.
mine-erase-open = Einiges ist gerade offen. Das wird daraus:
mine-erase-small = Noch ist nichts geschehen. Eine Kopie gibt es unter /me.
mine-stays-discord = Was du auf Discord geschrieben hast, bleibt dort, und auch Rollen, die du hast: Das kann ich nicht für dich zurücknehmen, aber du kannst deine Nachrichten selbst löschen.
mine-stays-others = Was andere dem Team über dich gesagt haben, bleibt bis 30 Tage nach dem Ende, und auch der Wunsch von jemandem, dir nicht zu begegnen. Eine Pause beim Teilen endet an ihrem Tag.
mine-type = Ich will es löschen
mine-word = löschen
mine-word-label = Tippe das Wort: löschen
mine-word-hint = löschen (oder: erase)
mine-receipt = Es ist fort
mine-erased = Das hatte ich von dir, und jetzt nicht mehr:
mine-gone = * { $why } · **{ $count }**
mine-backups = Sicherungen von vorher halten es noch 7 Tage, versiegelt; dann werden sie gelöscht. Kopien, die anderswo liegen, löscht, wer mich betreibt.
mine-not-folded = Eines läuft noch: Mein Journal wurde gelesen, während ich löschte. Spuren können bis heute Nacht darin bleiben.
