# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Das Haus selbst: Mitteilungen an das Team, die zu keinem Teil gehören.
house-gap-title = Ich war eine Weile weg
house-gap-body = Von { $start } bis { $end } hat niemand mitgelesen: Diese Maschine oder ihre Verbindung zu Discord war ausgefallen.
house-gap-read = Was in der letzten halben Stunde davon geschrieben wurde, habe ich jetzt gelesen. Älteres habe ich nicht gesehen. Die angehefteten Nummern waren die ganze Zeit lesbar.
house-doctor-copy = Die letzte Kopie der Datenbank ist { $when } entstanden.
house-doctor-old-copy = Die letzte Kopie der Datenbank ist { $when } entstanden; wenn alles gut ist, kommt jede Nacht eine. Abhilfe: Sag es der Person, die mich betreibt; das Protokoll sagt, warum, oft ist ein Datenträger voll.
house-doctor-no-copy = Es gibt noch keine Kopie der Datenbank; ich mache jede Nacht eine. Abhilfe: Bleibt es bis morgen so, sag es der Person, die mich betreibt.
