// The calls to the workbench's own server. The bot itself is only ever called by that server, as Teams would.

const base = '/workbench/api';

export const getBoard = () => get('/board');
export const getDocuments = () => get('/documents');
export const getTranscript = (person, chat) => get(`/transcript?${new URLSearchParams({ person, chat })}`);

export const sendMessage = (person, chat, text) => post('/messages', { person, chat, text });
/** Lays a file into the chat, as Teams does it with what people drop there. */
export const dropFile = async (person, chat, file) => {
  try {
    const response = await fetch(`${base}/files?${new URLSearchParams({ person, chat, name: file.name })}`, { method: 'POST', body: file });
    return response.ok ? await response.json() : { accepted: false, status: response.status };
  } catch {
    return { accepted: false, status: 502 };
  }
};
export const pressButton = press => post('/actions', press);
export const tellMeeting = (person, chat, started) => post('/meeting', { person, chat, started });
/** Null where the person is not invited. */
export const getInvitation = async (person, chat) => {
  const response = await fetch(`${base}/calendar?${new URLSearchParams({ person, chat })}`, { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : null;
};
export const answerInvitation = (person, chat, answer) => post('/calendar', { person, chat, answer });
export const install = (person, chat) => post('/install', { person, chat });
export const markRead = person => post('/read', { person });

async function get(path) {
  const response = await fetch(base + path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

async function post(path, body) {
  try {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 204) return { accepted: true, status: 204 };
    return response.ok ? await response.json() : { accepted: false, status: response.status };
  } catch {
    // The whole program is gone, and this server with it.
    return { accepted: false, status: 502 };
  }
}
