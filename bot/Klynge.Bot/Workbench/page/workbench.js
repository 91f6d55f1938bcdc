import { getBoard, getTranscript, markRead } from './api.js';
import { onAct } from './acts.js';
import { Documents, showMeeting } from './aside.js';
import { avatar } from './avatar.js';
import { ChatPane } from './chat.js';
import { byId, h } from './dom.js';
import { Events } from './events.js';
import { Guide } from './guide.js';
import { introduce, recall, remember } from './memory.js';
import { announce, toast } from './notice.js';
import { PeopleList } from './people.js';
import { startTabs } from './tabs.js';
import { suggestions, texts } from './texts.js';
import { startTheme } from './theme.js';
import { Views } from './views.js';

const state = { board: null, forum: null, person: null, unread: new Map() };
const views = new Views();
let personal;
let shared;
let people;
let documents;
let events;
let guide;
let tabs;

async function start() {
  startTheme(byId('theme'));
  tabs = startTabs(byId('tabs'));
  try {
    state.board = await getBoard();
  } catch (error) {
    toast(texts.boardFailed, 'error');
    throw error;
  }
  const { board } = state;
  byId('board-name').textContent = board.name;
  state.unread = new Map(board.people.map(person => [person.id, person.unread]));
  const pane = (host, options) => new ChatPane({ host: byId(host), composeId: `compose-${host}`, bot: board.bot, views, ...options });
  personal = pane('personal', { title: texts.personalChat, suggestions: suggestions.personal, emptyText: texts.emptyPersonal });
  shared = pane('shared', { title: texts.forumChat, suggestions: suggestions.forum, emptyText: texts.emptyForum, mention: board.bot.name });
  people = new PeopleList({ list: byId('people-list'), search: byId('people-search'), onPick: id => become(id) });
  documents = new Documents(byId('documents'));
  // A button can store a document without a word in any chat.
  onAct(act => act.kind === 'pressed' && documents.loadSoon());
  events = new Events(handle, showConnection);
  startForumPicker();

  state.forum = board.forums.find(forum => forum.key === recall('forum')) ?? board.forums[0];
  guide = new Guide({
    host: byId('guide'),
    opener: byId('guide-open'),
    page: byId('columns'),
    personOf,
    onTry: tryMove,
    onDocuments: () => {
      tabs.open('aside');
      byId('documents').scrollIntoView({ block: 'nearest' });
    },
  });
  become(recall('person'), false);
}

function startForumPicker() {
  const picker = byId('forum');
  picker.replaceChildren(...state.board.forums.map(forum => h('option', { value: forum.key }, forum.name)));
  picker.addEventListener('change', () => {
    state.forum = state.board.forums.find(forum => forum.key === picker.value);
    become(state.person.id, false);
    guide.draw();
  });
}

const seatIn = (forum, id) => forum.seats.find(seat => seat.person === id);

/** Plays another person. One who is not in the chosen forum brings along the first forum that he or she is in. */
function become(id, bringForum = true) {
  const { board } = state;
  const person = board.people.find(one => one.id === id) ?? board.people.find(one => one.id === state.forum.seats[0]?.person);
  if (bringForum && !seatIn(state.forum, person.id)) state.forum = board.forums.find(forum => seatIn(forum, person.id)) ?? state.forum;
  state.person = person;
  byId('forum').value = state.forum.key;
  remember('person', person.id);
  introduce(person.id);
  remember('forum', state.forum.key);
  draw();
  events.open(person.id);
}

function draw() {
  const { board, forum, person } = state;
  const seat = seatIn(forum, person.id);
  byId('whoami').replaceChildren(avatar(person), h('span', { class: 'person-text' },
    h('span', { class: 'person-name' }, person.name),
    h('span', { class: 'person-what' }, [seat?.role, person.organisation].filter(Boolean).join(' · '))));
  drawPeople();
  personal.open({
    person, chat: person.chat, members: 1, subtitle: texts.personalWith(person.name, board.bot.name), label: texts.writePersonal(board.bot.name),
  });
  shared.open({
    person,
    chat: forum.chat,
    members: forum.seats.length,
    title: forum.name,
    subtitle: texts.sharedBy(forum.seats.length),
    label: texts.writeForum,
    note: seat ? null : texts.notInForum(person.name, forum.name),
  });
  showMeeting(byId('meeting'), { person, forum, allowed: Boolean(seat), hasCalendar: board.hasCalendar });
}

const drawPeople = () => people.show(state);

function handle(event) {
  if (event.kind === 'hello') loadTranscripts();
  if (event.kind === 'unread') showUnread(event.person, event.unread);
  if (event.kind === 'typing') paneOf(event.chat)?.showTypingForAWhile();
  if (event.kind === 'message' || event.kind === 'updated') receive(event);
}

const paneOf = chat => [personal, shared].find(pane => pane.chat === chat && !pane.note);

async function loadTranscripts() {
  const { person } = state;
  await Promise.all([personal, shared].filter(pane => !pane.note).map(async pane => {
    const { chat } = pane;
    pane.expect();
    const transcript = await getTranscript(person.id, chat);
    if (state.person !== person || pane.chat !== chat) return;
    pane.show(transcript);
    for (const message of pane.sinceSent()) guide.noticeMessage(message);
  }));
  await markRead(person.id);
  documents.loadSoon();
}

function receive({ kind, message }) {
  const pane = paneOf(message.chat);
  pane?.receive(message);
  documents.loadSoon();
  guide.noticeMessage(message);
  if (kind !== 'message') return;
  if (!pane || message.from.id === state.person.id) return;
  const said = message.content.text ?? message.content.attachments?.[0]?.content?.fallbackText ?? texts.card;
  announce(texts.announce(message.from.name, pane.name, said));
  tabs.markNew(pane === personal ? 'personal' : 'shared');
}

function showUnread(person, count) {
  // Whoever is being played sees the message: it is read as it arrives.
  if (person === state.person.id && count > 0) markRead(person);
  else if ((state.unread.get(person) ?? 0) !== count) {
    state.unread.set(person, count);
    drawPeople();
  }
}

function showConnection(status) {
  byId('connection').textContent = { connecting: '', open: '', lost: texts.disconnected }[status];
}

/** Who does a move of the guide in the chosen forum. */
function personOf(move) {
  const seats = state.forum.seats.filter(seat => seat.roleKey === move.as);
  const seat = seats[move.nth ?? 0] ?? seats[0] ?? state.forum.seats[0];
  return state.board.people.find(person => person.id === seat.person);
}

function tryMove(move) {
  const person = personOf(move);
  if (person.id !== state.person.id) become(person.id);
  tabs.open(move.chat);
  if (move.text) (move.chat === 'shared' ? shared : personal).fill(move.text);
}

start();
