/**
 * What a newcomer does, from agenda to minutes. One move is one act: something written and sent, or one press. `as` is who does it
 * (`nth` the how manyeth of that role), `chat` where. `say` tells where to press, each button by its name in »…«; `does` is the act
 * that ticks the move off, so that nothing is ticked that was merely tried.
 */
export const steps = [
  {
    title: 'Se dagsordenen',
    moves: [
      write('dagsorden', 'Secretariat', 'shared', who => `Du er ${who}, sekretær. »Prøv« skriver i forummets chat for dig. Send det så: tryk »Send« (pilen).`),
      unfold('Secretariat', 'shared', () => 'Alle i chatten ser det samme kort, og det holder sig selv opdateret. Tryk på et punkt på kortet: det folder sig ud.'),
    ],
  },
  {
    title: 'Foreslå et punkt',
    moves: [
      write('tilføj punkt Fælles plan for vinterens indlæggelser 20 min', 'Member', 'personal', who => `Et medlem har et punkt. »Prøv« gør dig til ${who}. Tryk »Send« (pilen).`),
      press('Send til sekretariatet', 'agenda.add', 'Member', 'personal', () => 'Klynge har lagt punktet i en formular. Tryk »Send til sekretariatet« nederst på kortet.'),
      press('Godkend', 'agenda.accept', 'Secretariat', 'personal', who => `Sekretariatet får forslaget med det samme. »Vis mig« gør dig til ${who}. Tryk »Godkend« på kortet.`),
    ],
  },
  {
    title: 'Meld afbud',
    moves: [
      { ...write('afbud', 'Member', 'personal', who => `Et andet medlem kan ikke komme. »Prøv« gør dig til ${who}. Tryk »Send« (pilen): dagsordenen viser det straks, og sekretariatet får besked.`), nth: 1 },
    ],
  },
  {
    title: 'Skriv beslutningen',
    moves: [
      onMeeting('Mødet starter', true, who => `»Vis mig« gør dig til ${who} igen. Tryk »Mødet starter« under »Mødet«: det er Teams, der siger det til Klynge.`),
      ifAsked('Start mødet nu', 'meeting.begin', () => 'Mødet er først om et stykke tid, så Klynge spørger dig i din egen chat. Tryk »Start mødet nu«.'),
      write('beslutning 1 Indstillingen blev godkendt.', 'Secretariat', 'shared', () => '»Prøv« skriver beslutningen på punkt 1. Tryk »Send« (pilen).'),
    ],
  },
  {
    title: 'Skriv referatet',
    moves: [
      onMeeting('Mødet slutter', false, () => 'Tryk »Mødet slutter« under »Mødet«.'),
      ifAsked('Slut mødet nu', 'meeting.finish', () => 'Mødet har kun varet et øjeblik, så Klynge spørger dig igen. Tryk »Slut mødet nu«.'),
      press('Skriv referat', 'minutes.show', 'Secretariat', 'personal', () => 'Klynge spørger dig i din egen chat, hvem der deltog. Tryk »Skriv referat« på kortet.'),
      press('Skriv referat', 'minutes.write', 'Secretariat', 'personal', () => 'Sådan står referatet nu. Tryk »Skriv referat« igen, så bliver det til et Word-dokument.'),
    ],
  },
];

/** Something is written and sent, and the bot answers with a card. Somebody may well write another title or decision than ours. */
function write(text, as, chat, say) {
  return { text, as, chat, say, target: '.send', does: act => act.kind === 'answered' && commandOf(act.text) === commandOf(text) };
}

/** A card's button is pressed, and the bot does what it says. */
function press(name, verb, as, chat, say) {
  return { name, as, chat, say, target: '.ac-pushButton', does: act => act.kind === 'pressed' && act.verb === verb };
}

/** What the bot asks only where it has reason to: a meeting weeks ahead has hardly begun. */
function ifAsked(name, verb, say) {
  return { ...press(name, verb, 'Secretariat', 'personal', say), isOptional: true };
}

function unfold(as, chat, say) {
  return { as, chat, say, does: act => act.kind === 'unfolded' };
}

/** What Teams would tell by itself: the meeting's start and its end. */
function onMeeting(name, started, say) {
  return { name, as: 'Secretariat', chat: 'aside', say, target: 'button', does: act => act.kind === 'meeting' && act.started === started };
}

const commandOf = text => text?.toLowerCase().split(' ')[0];
