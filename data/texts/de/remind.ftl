# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Eine private Erinnerung an eine Leitlinie. Wer sie bekommt, wurde vielleicht ein Leben lang für Fehler beschämt.
remind-menu = An Leitlinie erinnern
remind-title = An eine Leitlinie erinnern
remind-body = An welche Leitlinie möchtest du { $who } erinnern? Nur diese Person sieht es.
remind-small = Was bleibt, ist eine Zahl und ein Datum. Es ist eine Erinnerung, keine Strafe.
remind-never-before = Es gab vorher keine Erinnerung.
remind-before = { $count ->
    [one] Es gab schon eine Erinnerung, am { $day }.
   *[other] Es gab schon { $count } Erinnerungen, die letzte am { $day }.
}
remind-which = Eine Leitlinie wählen
remind-line = Eine Zeile von dir (darf leer bleiben)
remind-line-hint = Freundlich und klar. Antworten ist möglich, oder um jemand anderen bitten.
remind-gone = Ich kann hier keine Erinnerung überbringen: Es ist ein Bot, die Person ist nicht mehr hier, oder die Nachricht wurde für jemanden ohne Namen gepostet.
remind-self = Diese Nachricht ist von dir. Jemand anderes aus dem Team kann sie mit dir lesen, wenn du unsicher bist.
remind-staff = Diese Person gehört hier zum Team. Sprecht miteinander wie unter Gleichen.
remind-sent-title = Sie ist unterwegs
remind-sent-body = Die Person bekommt die Erinnerung an „{ $title }“, mit deiner Zeile, wenn du eine geschrieben hast.
remind-sent-goes = Sie geht als Direktnachricht oder in den eigenen Thread, so wie es erlaubt wurde. In Ruhezeiten wartet sie, bis diese enden.
remind-sent-waits = Es wurde nicht erlaubt, dass das Team Direktnachrichten schreibt. Darum wartet sie und ist beim nächsten /home zu sehen. Das kann dauern.
remind-sent-kept = Deine Zeile verschwindet nach 30 Tagen. Eine Zahl und ein Datum bleiben 180 Tage.
remind-notice-title = Eine Notiz für dich
remind-notice-body = Jemand aus dem Team hat dir eine kurze Notiz geschrieben. Es eilt nicht, und du bekommst keinen Ärger.
remind-read = Lesen
remind-letter-title = Eine freundliche Erinnerung
remind-letter-kind = Alle vergessen manchmal eine Leitlinie. Das ist eine Erinnerung, keine Verwarnung.
remind-letter-line = Dazu schreibt die Moderation: { $words }
remind-letter-kept = Das Team behält, wie viele Erinnerungen es gab und das Datum der letzten, 180 Tage lang, und sonst nichts. Diese Notiz verschwindet nach 30 Tagen.
remind-letter-small = Du kannst antworten, mit jemand anderem sprechen oder es dabei lassen.
remind-to-the-message = Die Nachricht, um die es geht
remind-answer = Antworten
remind-answer-form = Deine Antwort
remind-answer-words = Was möchtest du sagen?
remind-answer-hint = Das Team dieser Community kann es lesen.
remind-answered-title = Das Team hat deine Antwort
remind-answered-body = Danke, dass du das sagst. Das Team sieht, dass es eine Antwort gibt, und wer sie liest, wird aufgeschrieben.
remind-answered-seen = Wenn du lieber mit jemand anderem sprechen möchtest als mit der Person, die die Notiz geschrieben hat, ist das auch in Ordnung.
remind-nobody = Diese Community hat mir nicht gesagt, wo ihr Team liest, also kann ich es niemandem bringen. Nichts wurde geschickt, und nichts bleibt liegen. Du kannst der Moderation selbst schreiben.
remind-other = Jemand anderes aus der Moderation
remind-other-body = Du kannst darum bitten, mit jemand anderem aus dem Team darüber zu reden. Wer die Notiz geschrieben hat, kann das nicht übernehmen.
remind-other-seen = Das Team sieht dann deinen Namen, und dass es um eine Erinnerung geht. Wer Zeit hat, antwortet; es sind Freiwillige, vielleicht schlafen sie.
remind-other-unknown = Ich kenne sonst niemanden im Team, der es übernehmen könnte, vielleicht ist also niemand anderes da. Du kannst trotzdem fragen: Ist noch jemand im Team, sieht diese Person es.
remind-ask = Um jemand anderen bitten
remind-asked-title = Das Team weiß jetzt davon
remind-asked-body = Es sieht, dass du mit jemand anderem reden möchtest. Ich sage dir, wenn sich jemand darum kümmert.
remind-released-title = Ein Fall, den du hattest
remind-released-body = Ab jetzt ist Fall { $number } für jemand anderen im Team. Du brauchst nichts zu tun. Danke, dass du da warst.
remind-answer-title = Eine Antwort auf eine Erinnerung
remind-answered = Auf die Erinnerung, die { $author } geschrieben hat, kam eine Antwort.
remind-said = Antwort lesen
remind-said-by = { $who } antwortet { $author }:
remind-about = Es ging um: { $title }
remind-said-small = Dass du es geöffnet hast, wird aufgeschrieben. Die Worte verschwinden 30 Tage nach der Erinnerung.
