// The part of Markdown that Teams renders in a TextBlock and in a bot's message: bold, italics, lists and links.
// HTML is shown as it was written, and a link leads to the web or to a mail, nowhere else.

const allowedLink = /^(https?:|mailto:)/i;

let renderer;

function markdown() {
  if (renderer !== undefined) return renderer;
  if (!globalThis.markdownit) return (renderer = null);

  renderer = globalThis.markdownit('zero', { html: false, linkify: false, breaks: true })
    .enable(['emphasis', 'link', 'list', 'newline', 'escape', 'entity']);
  renderer.validateLink = link => allowedLink.test(link.trim());
  const open = renderer.renderer.rules.link_open ?? ((tokens, at, options, env, self) => self.renderToken(tokens, at, options));
  renderer.renderer.rules.link_open = (tokens, at, options, env, self) => {
    tokens[at].attrSet('target', '_blank');
    tokens[at].attrSet('rel', 'noopener noreferrer');
    return open(tokens, at, options, env, self);
  };
  return renderer;
}

/** HTML that is safe to insert, or null where the renderer was not restored. */
export const toHtml = text => markdown()?.render(text) ?? null;

export const isAllowedLink = link => allowedLink.test(link);

/** A message's text as an element. Mentions stand out; everything else is Markdown or, without a renderer, plain text. */
export function textElement(content) {
  const element = document.createElement('div');
  element.className = 'text';
  const text = content.text ?? '';
  const html = content.textFormat === 'plain' ? null : toHtml(text.replace(/<at>(.*?)<\/at>/g, '\uE000$1\uE001'));
  if (html === null) element.textContent = text.replace(/<\/?at>/g, '');
  else element.innerHTML = html;
  markMentions(element);
  return element;
}

function markMentions(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.includes('\uE000')) found.push(walker.currentNode);
  for (const node of found) {
    const parts = node.data.split(/\uE000(.*?)\uE001/);
    node.replaceWith(...parts.map((part, at) => {
      if (at % 2 === 0) return part.replace(/[\uE000\uE001]/g, '');
      const mention = document.createElement('span');
      mention.className = 'mention';
      mention.textContent = part;
      return mention;
    }));
  }
}
