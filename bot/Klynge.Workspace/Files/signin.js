// Teams says who sits here. In a browser there is no Teams, and the browser's own sign-in takes over.
const status = document.getElementById('status');
const { next, browser, failed, refused } = status.dataset;
const antiforgery = document.querySelector('input[name=__RequestVerificationToken]').value;

const within = (promise, milliseconds) =>
  Promise.race([promise, new Promise((_, reject) => { setTimeout(() => reject(new Error('timeout')), milliseconds); })]);

// »Åbn i Klynge« on a card says by the tab's context which page it means. Anybody can write such a link: only a page of this host is followed.
async function wanted(app) {
  try {
    const { page } = await within(app.getContext(), 5_000);
    return /^\/(?![/\\])[^\\\s]*$/u.test(page?.subPageId ?? '') ? page.subPageId : next;
  } catch {
    return next;
  }
}

async function signIn() {
  const { app, authentication } = globalThis.microsoftTeams;
  await within(app.initialize(), 10_000);
  const token = await authentication.getAuthToken();
  const answer = await fetch('/arbejdsbord/teams', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'X-Klynge-Antiforgery': antiforgery },
  });
  if (answer.ok) location.replace(await wanted(app));
  else status.textContent = refused;
}

signIn().catch(() => {
  if (window.parent === window.self && browser) location.replace(browser);
  else status.textContent = failed;
});
