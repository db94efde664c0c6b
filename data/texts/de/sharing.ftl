# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Teilen ohne Namen: was ein Mensch vorher, dabei und danach liest, und was das Team liest.
sharing-empty = Es stehen noch keine Worte darin, darum wurde nichts gepostet. Du kannst so wenig schreiben, wie du magst.
sharing-too-long = Das ist { $over ->
    [one] ein Zeichen
   *[other] { $over } Zeichen
} mehr, als hineinpasst: { $limit } gehen. Nichts wurde gepostet, und deine Worte sind aufgehoben. Du kannst sie kürzen oder in zwei Teilen teilen.
sharing-not-a-delay = Ein Beitrag kann { $least } bis { $most } Minuten warten. Nichts wurde gepostet, und deine Worte sind aufgehoben.
sharing-not-open = Teilen ohne Namen ist hier gerade nicht offen. Nichts wurde gepostet. Wenn du jemanden brauchst: /helpnow geht jederzeit.
sharing-paused = Das Team hat um eine Pause gebeten: Du kannst ab { $until } wieder teilen und antworten. Das Team weiß nicht, wer du bist, und nichts von dir wurde weggenommen. Wenn du jetzt jemanden brauchst: /helpnow geht jederzeit.
sharing-too-many = Du hast so oft geteilt, wie ich in einer Stunde posten kann ({ $most } Mal). Deine Worte sind als Entwurf aufgehoben: Du findest sie einen Tag lang unter /share.
sharing-not-yours = Das finde ich nicht unter dem, was deins ist. Vielleicht ist es vorbei, von dir getrennt, oder seine Zeit ist um. Nichts wurde geändert.
sharing-over = Es steht hier nicht mehr: Jemand hat es zurückgenommen, oder das Team hat es heruntergenommen. Nichts wurde gepostet.
sharing-no-replies = Wer das geteilt hat, wünscht sich keine Antworten. Danke, dass du antworten wolltest. „Mir auch“ sagt trotzdem: Du bist nicht allein.
sharing-not-posted = Das geht damit in diesem Moment nicht: Es ist unterwegs oder steht nicht im Kanal. Nichts wurde geändert.
sharing-nobody-to-look = Das Team möchte es ansehen, bevor es gepostet wird, und hier ist kein Kanal für das Team verbunden. Nichts wurde gepostet, und dein Entwurf ist einen Tag lang aufgehoben. Admins können das unter /setup wizard beheben.
sharing-changed = Es wartet nicht mehr, oder seine Worte haben sich geändert, seit du es angesehen hast. Nichts ist geschehen; wird es noch einmal geschickt, kommt eine neue Karte.
sharing-may-not-write = Hier lässt sich keine Nachricht schicken: Die Person möchte keine, oder sie ist nicht mehr zu erreichen. Nichts wurde geschickt.
sharing-cut-off = Nichts verbindet diesen Beitrag noch mit jemandem, darum lässt sich hier niemand pausieren. Herunternehmen kannst du ihn trotzdem.
sharing-command = Etwas ohne deinen Namen schreiben, oder sehen, was deins ist
sharing-door = Ohne meinen Namen teilen
sharing-write = Etwas schreiben
sharing-mine = Meine Beiträge
sharing-form-title = Ohne deinen Namen teilen
sharing-form-words = Was möchtest du sagen?
sharing-form-hint = Noch wird nichts gepostet. Du siehst es zuerst selbst.
sharing-form-note = Hinweis zum Inhalt (darf leer bleiben)
sharing-form-note-hint = Zum Beispiel: Krankenhaus kommt vor
sharing-form-wish = Was wünschst du dir als Antwort?
sharing-form-staff = Darf das Team dir durch mich schreiben?
sharing-staff-no = Nein
sharing-staff-yes = Ja, es erfährt dabei nicht, wer ich bin
sharing-wish-listen = Bitte nur zuhören
sharing-wish-ideas = Ideen sind willkommen
sharing-wish-closed = Bitte keine Antworten
sharing-reply-title = Ohne deinen Namen antworten
sharing-edit-title = Worte ändern
sharing-yours-again = Deine Worte, damit nichts verloren ist
sharing-preview-name = Ein Name wie „Stilles Rotkehlchen“
sharing-note = Hinweis zum Inhalt: **{ $note }**
sharing-preview-title = Nur du siehst das, und noch ist nichts gepostet
sharing-preview-where = { $minutes ->
    [one] Drück „Posten“, und es kommt eine Minute später nach { $channel }. Ein längeres Warten verrät weniger über dich.
   *[other] Drück „Posten“, und es kommt innerhalb von { $minutes } Minuten nach { $channel }. Wann genau, bestimmt der Zufall, damit die Zeit wenig über dich verrät.
}
sharing-preview-reply = { $minutes ->
    [one] Drück „Posten“, und deine Antwort kommt eine Minute später unter den Beitrag. Sie steht unter einem Namen, der nur dort deiner ist. Ein längeres Warten verrät weniger über dich.
   *[other] Drück „Posten“, und deine Antwort kommt innerhalb von { $minutes } Minuten unter den Beitrag. Wann genau, bestimmt der Zufall. Sie steht unter einem Namen, der nur dort deiner ist.
}
sharing-preview-edit = Wenn du „Posten“ drückst, ersetzen diese Worte die alten innerhalb { $minutes ->
    [one] einer Minute
   *[other] von { $minutes } Minuten
}.
sharing-preview-veiled = Die Worte sind verdeckt, bis jemand sie öffnet.
sharing-preview-details = **Das könnte verraten, wer du bist, oder wer andere sind:** { $details }. Du kannst es ändern oder so lassen.
sharing-detail-name = ein Name von jemandem hier
sharing-detail-phone = eine Telefonnummer
sharing-detail-mail = eine E-Mail-Adresse
sharing-detail-link = ein Link
sharing-detail-handle = ein Nutzername oder eine Erwähnung
sharing-detail-address = eine Adresse
sharing-preview-small = **Hier sind wenige Menschen ({ $people }).** Sie könnten es daran erraten, wie du schreibst, oder wer online war.
sharing-preview-staff = Das Team darf dir dazu schreiben. Du findest es unter /share.
sharing-who-could-know = Mitglieder und Team können von mir nicht erfahren, wer das geschrieben hat. Discord könnte es, und wer mich betreibt auch, durch eine Änderung an mir oder mit meinen Dateien und dem Schlüssel dieser Woche. Mehr unter /about.
sharing-post = Posten
sharing-change = Ändern
sharing-veil = Worte verdecken
sharing-unveil = Worte nicht verdecken
sharing-wait = Innerhalb von wie vielen Minuten?
sharing-within = Innerhalb { $minutes ->
    [one] einer Minute
   *[other] von { $minutes } Minuten
}
sharing-discard = Verwerfen
sharing-withdraw = Zurücknehmen
sharing-sent-title = Es ist unterwegs
sharing-sent-waiting = Es steht dort innerhalb { $minutes ->
    [one] einer Minute
   *[other] von { $minutes } Minuten
}. Danke für deine Worte.
sharing-sent-review = Das Team sieht es zuerst an. Es sieht die Worte, und nicht, wer sie geschrieben hat. Es wartet sicher, auch wenn ich neu gestartet werde; unter /share siehst du, wie es steht.
sharing-sent-later = Unter /share kannst du es zwei bis drei Wochen lang ändern, zurücknehmen oder Antworten lesen.
sharing-unlink-offer = Du kannst es auch sofort von dir trennen.
sharing-unlink = Von mir trennen
sharing-unlink-title = Von dir trennen
sharing-unlink-what = Dann führt nichts in mir mehr davon zu dir, und niemand kann mich dazu bringen, es herauszufinden: nicht das Team, nicht, wer mich betreibt.
sharing-unlink-cost = Du kannst es dann nicht mehr ändern, nicht zurücknehmen und keine Nachrichten des Teams dazu bekommen. Lässt es sich nicht posten, kann ich es dir nicht zurückgeben. Das ist nicht rückgängig zu machen.
sharing-unlink-now = Jetzt trennen
sharing-unlinked = Fertig. Nichts in mir führt mehr davon zu dir.
sharing-withdrawn-title = Zurückgenommen
sharing-withdrawn = Es wird jetzt im Kanal gelöscht. Wer es gelesen hat, hat es gelesen; Antworten anderer bleiben deren eigene.
sharing-discarded = Nichts wurde gepostet, und die Worte sind hier weg.
sharing-taken-back = Das wurde zurückgenommen.
sharing-reply = Ohne Namen antworten
sharing-me-too = Mir auch
sharing-me-too-count = Mir auch · { $count }
sharing-me-too-said = Gezählt. Du bist damit nicht allein, und wer das geschrieben hat, auch nicht.
sharing-me-too-how = Niemand sieht, dass du es warst. Ab drei Menschen steht eine Zahl da.
sharing-report = Melden
sharing-report-title = Dem Team etwas dazu sagen
sharing-report-body = Das Team bekommt einen Link dazu und das, was du hier wählst. Es erfährt nicht, dass du es warst.
sharing-report-pick = Was ist los?
sharing-report-danger = Jemand ist vielleicht in Gefahr
sharing-report-names = Es verrät, wer jemand ist
sharing-report-rules = Es verletzt Menschen oder die Leitlinien
sharing-report-else = Etwas anderes
sharing-report-told = Das Team weiß jetzt davon. Danke, dass du aufmerksam bist.
sharing-report-unnamed = Wenn jetzt jemand in Gefahr ist, kommt zuerst der Notruf: /helpnow.
sharing-report-nobody = Hier ist kein Kanal für das Team verbunden, also kann ich es niemandem sagen. Du könntest jemandem schreiben, dem du vertraust und der diese Community mit leitet. /helpnow geht jederzeit.
sharing-trouble-not-posted = **Es ließ sich nicht posten**, und nichts davon wurde gezeigt. Hier ist es wieder, einen Tag lang; warum es nicht ging, können Admins sehen.
sharing-trouble-unsure = **Ich weiß nicht, ob es gepostet wurde**: Discord hat nicht geantwortet. Bitte sieh im Kanal nach, bevor du noch einmal „Posten“ drückst.
sharing-trouble-unreviewed = **In einer Woche hat niemand aus dem Team es angesehen**, darum wurde es nicht gepostet. Hier ist es wieder, einen Tag lang.
sharing-trouble-declined = **Das Team hat es nicht posten lassen.** Du kannst es ändern und noch einmal schicken, einen Tag lang.
sharing-trouble-still-there = **Ich konnte es im Kanal nicht löschen.** Das Team weiß davon. Du könntest es bitten, es zu löschen; es muss nicht wissen, dass es deins ist.
sharing-reason = Geschrieben wurde dazu: „{ $reason }“
sharing-mine-title = Was du hier teilst
sharing-mine-none = Nichts hier ist mit dir verbunden. Was älter als zwei bis drei Wochen ist oder getrennt wurde, ist mit niemandem mehr verbunden.
sharing-mine-body = Ohne die Worte, falls dir jemand über die Schulter sieht:
sharing-mine-small = Nur du siehst das.
sharing-mine-letter = eine Nachricht vom Team
sharing-line-share = Ein Beitrag
sharing-line-reply = Eine Antwort
sharing-line-edit = Eine Änderung
sharing-line-draft = **{ $name }** · { $when } · ein Entwurf, einen Tag aufgehoben
sharing-line-review = **{ $name }** · { $when } · wartet auf einen Blick des Teams
sharing-line-waiting = **{ $name }** · { $when } · unterwegs
sharing-line-posting = **{ $name }** · { $when } · unterwegs
sharing-line-posted = **{ $name }** · { $when } · steht im Kanal
sharing-line-withdrawn = **{ $name }** · { $when } · zurückgenommen
sharing-line-removed = **{ $name }** · { $when } · vom Team heruntergenommen
sharing-choose = Wähle eins
sharing-back = Zurück
sharing-one-title = Eins von deinen
sharing-one-where = [Hier steht es]({ $address }).
sharing-one-replies = { $count ->
    [0] Bisher keine Antworten.
    [one] Eine Antwort, im Thread darunter.
   *[other] { $count } Antworten, im Thread darunter.
}
sharing-one-no-reason = Das Team hat keinen Grund genannt.
sharing-edit = Worte ändern
sharing-letters = Nachrichten mit dem Team
sharing-letters-none = Es gibt keine.
sharing-letters-small = Das Team erfährt nicht, wer du bist, außer du sagst es.
sharing-letter-staff = Team:
sharing-letter-author = Wer geteilt hat:
sharing-letter-answer = Antworten
sharing-letter-words = Deine Antwort
sharing-letter-sent = Das Team findet es in ein, zwei Minuten. Es erfährt nicht, wer du bist.
sharing-letter-came = Wer einen Beitrag geschrieben hat, hat dem Team geantwortet. Die Antwort öffnet sich hier.
sharing-menu = Schreibpause
sharing-not-a-share = Das ist kein Beitrag ohne Namen, also gibt es nichts zu pausieren. Für etwas, das ein Mitglied unter seinem Namen geschrieben hat, nehmt eure üblichen Wege.
sharing-staff-title = Ein Beitrag ohne Namen
sharing-staff-body = Niemand hier kann sehen, wer ihn geschrieben hat, und nichts, was du drückst, verrät es dir.
sharing-pause-hour = Pause: 1 Stunde
sharing-pause-day = Pause: 1 Tag
sharing-pause-week = Pause: 7 Tage
sharing-paused-title = Pausiert
sharing-paused-body = Wer ihn geschrieben hat, kann nicht teilen oder antworten, bis die Zeit um ist, höchstens solange der Schlüssel lebt. Du würdest dasselbe lesen, ganz gleich, wer es ist, auch wenn die Person gegangen ist, oder wenn du es bist.
sharing-paused-hint = Auch eine Pause ist ein Hinweis: Wer in diesem Moment verstummt, lässt sich vielleicht erraten. Bitte sucht nicht danach.
sharing-remove = Herunternehmen
sharing-remove-title = Herunternehmen
sharing-remove-reason = Warum? Wer geteilt hat, liest es.
sharing-removed-title = Heruntergenommen
sharing-removed-body = Er wird nicht mehr gezeigt, und wer geteilt hat, liest deinen Grund unter /share.
sharing-write-to = Der Person schreiben
sharing-write-title = Der Person schreiben
sharing-write-words = Deine Worte; du bleibst „Team“
sharing-written = Die Person findet es unter /share, wenn sie das nächste Mal nachsieht. Antwortet sie, erfährt es der Kanal des Teams.
sharing-news = In deiner Community wartet etwas auf dich. Tippe dort /home, und öffne, was deins ist.
sharing-noted = Nur du siehst das. Dass du es geöffnet hast, wird notiert.
sharing-look = Ansehen
sharing-look-title = Ein Beitrag, der wartet
sharing-look-body = Oben steht, wie er aussehen würde. Lässt du ihn durch, wird er innerhalb einer Minute gepostet.
sharing-approve = Posten lassen
sharing-decline = Nicht posten
sharing-approved = Er ist unterwegs.
sharing-review-title = Ein Beitrag wartet auf einen Blick
sharing-review-body = Jemand möchte das ohne Namen teilen.
sharing-review-danger = Jemand möchte das ohne Namen teilen, und es klingt nach ernster Gefahr. Bitte seht bald nach. Der Person wurde gezeigt, wer helfen kann.
sharing-review-unnamed = Wer es ist, ist nicht zu sehen. Die Worte öffnen sich für dich allein.
sharing-panel-title = Ohne deinen Namen teilen
sharing-panel-body = Hier kannst du schreiben, was unter deinem eigenen Namen schwer zu sagen ist. Du siehst es zuerst selbst, und nichts wird gepostet, bis du „Posten“ drückst. Dann steht es hier unter einem Namen wie „Stilles Rotkehlchen“.
sharing-panel-who = Mitglieder und Team können von mir nicht erfahren, wer es geschrieben hat. Discord könnte es, und wer mich betreibt auch, durch eine Änderung an mir oder mit meinen Dateien und dem Schlüssel dieser Woche; nach drei Wochen kann es durch mich niemand mehr. Mehr unter /about.
sharing-command-setup = Wo Beiträge ohne Namen gepostet werden, und wer zuerst hinsieht
sharing-setup-title = Teilen ohne Namen
sharing-setup-what = Mitglieder schreiben, sehen es für sich an und posten unter einem Namen, der nichts bedeutet. Mitglieder und Team können von mir nicht erfahren, wer es war; wer meine Dateien und den Schlüssel dieser Woche hat, könnte es. Das Team kann trotzdem herunternehmen, pausieren und schreiben.
sharing-setup-no-room = **Noch nicht offen:** Wähle einen Kanal.
sharing-setup-open = Offen. Beiträge kommen nach { $channel }.
sharing-setup-closed = Geschlossen. In { $channel } wird nichts Neues gepostet; was dort steht, bleibt.
sharing-setup-room = Wo werden Beiträge gepostet?
sharing-setup-room-gone = **Diesen Kanal gibt es nicht mehr, oder ich kann ihn nicht sehen.** Wähle einen anderen.
sharing-setup-lacking = **Dort fehlt mir:** { $permissions }.
sharing-permission-view-channel = Kanal ansehen
sharing-permission-send-messages = Nachrichten senden
sharing-permission-read-message-history = Nachrichtenverlauf anzeigen
sharing-permission-create-public-threads = Öffentliche Threads erstellen
sharing-permission-send-messages-in-threads = Nachrichten in Threads senden
sharing-setup-mode = Welche Beiträge sieht das Team zuerst?
sharing-setup-review-off = Das Team sieht nichts, bevor es gepostet wird.
sharing-setup-review-some = Das Team sieht zuerst, was nach Gefahr klingt.
sharing-setup-review-all = Das Team sieht jeden Beitrag zuerst.
sharing-mode-off = Keine
sharing-mode-some = Die, die nach Gefahr klingen
sharing-mode-all = Alle
sharing-setup-close = Teilen schließen
sharing-setup-reopen = Teilen öffnen
sharing-setup-panel = Karte dort posten
sharing-setup-small = Mit einer Schreibpause stoppt das Team jemanden, ohne zu erfahren, wen: Öffne das Menü der Nachricht, dann Apps.
sharing-doctor-off = Teilen ohne Namen ist hier nicht offen: Es ist kein Kanal gewählt. /setup sharing öffnet es.
sharing-doctor-room = Beiträge ohne Namen kommen nach { $channel }.
sharing-doctor-closed = Teilen ohne Namen ist geschlossen; der Kanal dafür ist { $channel }. /setup sharing öffnet es wieder.
sharing-doctor-room-gone = Den Kanal für Beiträge gibt es nicht mehr, oder ich kann ihn nicht sehen. Nichts ist verloren: Was wartet, geht zurück an die Person, die es schrieb. Wähle unter /setup sharing einen anderen.
sharing-doctor-lacks-view-channel = Ich kann { $channel } nicht sehen, also lässt sich kein Beitrag posten. Erlaub mir dort „Kanal ansehen“.
sharing-doctor-lacks-send-messages = Ich kann in { $channel } nicht schreiben, also lässt sich kein Beitrag posten. Erlaub mir dort „Nachrichten senden“.
sharing-doctor-lacks-read-message-history = Ich kann in { $channel } nicht zurücklesen. Darum kann ich nicht sicherstellen, dass ein Beitrag dort nur einmal steht, und ihn der Person, die ihn schrieb, nicht zum Ändern zeigen. Erlaub mir dort „Nachrichtenverlauf anzeigen“.
sharing-doctor-lacks-create-public-threads = Ich kann in { $channel } keine Threads öffnen, darum stehen Antworten neben einem Beitrag und nicht darunter. Erlaub mir dort „Öffentliche Threads erstellen“.
sharing-doctor-lacks-send-messages-in-threads = Ich kann in den Threads von { $channel } nicht schreiben, also lassen sich Antworten nicht posten. Erlaub mir dort „Nachrichten in Threads senden“.
sharing-doctor-together = Die Schlüssel der Beiträge liegen auf demselben Datenträger wie die Datenbank: Eine Kopie davon enthält beides, und wer sie hat, könnte herausfinden, wer was geschrieben hat. Setz HEARTH_EPOCHS auf einen Ort auf einem anderen Datenträger, außerhalb von Sicherungen.
sharing-doctor-apart = Die Schlüssel der Beiträge liegen auf einem anderen Datenträger als die Datenbank.
sharing-doctor-unlooked = { $count ->
    [one] Ein Beitrag wartet seit mehr als einem Tag auf das Team.
   *[other] { $count } Beiträge warten seit mehr als einem Tag auf das Team.
} Seht sie im Kanal des Teams an; nach einer Woche gehen sie an die Menschen zurück, die sie schrieben. Oder lasst das Team unter /setup sharing weniger davon ansehen.
sharing-not-a-picture = Das kann ich nicht als Bild lesen. Ich nehme PNG, JPEG und WebP. Deine Worte sind aufgehoben, und nichts wurde gepostet.
sharing-picture-too-large = Dieses Bild ist mehr, als ich öffnen kann: höchstens 8 MB und 25 Millionen Bildpunkte. Eine kleinere Kopie oder ein Screenshot davon geht. Deine Worte sind aufgehoben, und nichts wurde gepostet.
sharing-picture-moves = Dieses Bild bewegt sich, und ich kann nur stehende nehmen. Ein Screenshot davon geht. Deine Worte sind aufgehoben, und nichts wurde gepostet.
sharing-picture-add = Ein Bild dazu
sharing-picture-drop = Ohne das Bild
sharing-picture-title = Ein Bild
sharing-picture-file = Das Bild
sharing-picture-how = Ein stehendes PNG, JPEG oder WebP. Ort, Kamera und was sonst in der Datei steht, entferne ich.
sharing-picture-alt = Was ist darauf, in Worten?
sharing-picture-alt-hint = Für alle, die es nicht sehen können. Zum Beispiel: ein Weg im Nebel
sharing-picture-look = **Bitte sieh das Bild noch einmal an:** Gesichter, Räume, Papiere und Fenster können verraten, wer du bist. Ich entferne nur, was in der Datei steht.
sharing-permission-attach-files = Dateien anhängen
sharing-doctor-lacks-attach-files = Ich kann in { $channel } keine Bilder schicken, also lassen sich Beiträge mit Bild nicht posten. Erlaub mir dort „Dateien anhängen“, oder schalte Bilder unter /setup sharing aus.
sharing-setup-images = Bilder erlauben
sharing-setup-images-stop = Keine Bilder mehr
sharing-setup-images-on = Bilder sind erlaubt: eins pro Beitrag. Was die Datei über Ort und Kamera sagt, wird entfernt; was das Bild zeigt, nicht.
sharing-setup-images-off = Bilder sind nicht erlaubt.
sharing-parting-drafts = { $count ->
    [one] Ein Beitrag, der noch nicht gepostet ist: Er wird gelöscht und nie gepostet.
   *[other] { $count } Beiträge, die noch nicht gepostet sind: Sie werden gelöscht und nie gepostet.
}
sharing-parting-shares = { $count ->
    [one] Ein Beitrag ohne deinen Namen, der durch mich noch zu dir führen könnte: Er wird für immer von dir getrennt, Nachrichten vom Team mit ihm. Im Kanal bleibt er, wo er ist. Soll er auch weg, nimm ihn vorher unter /share zurück.
   *[other] { $count } Beiträge ohne deinen Namen, die durch mich noch zu dir führen könnten: Sie werden für immer von dir getrennt, Nachrichten vom Team mit ihnen. Im Kanal bleiben sie, wo sie sind. Sollen sie auch weg, nimm sie vorher unter /share zurück.
}
sharing-feature-on = **Teilen ohne Namen** ist an, in { $channel }. /setup sharing
sharing-feature-off = **Teilen ohne Namen** ist aus. /setup sharing schaltet es ein.
