// Everything works without this file; it only makes a few things quicker.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  document.documentElement.dataset.script = 'yes';

  // Buttons that only make sense with a script start hidden.
  for (const button of all('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // A form is sent once, however often its button is pressed in a hurry. (A download leaves the page as it is.)
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
    setTimeout(() => delete event.target.dataset.sent, 3000);
  });
  window.addEventListener('pageshow', () => all('form[data-sent]').forEach((form) => delete form.dataset.sent));

  // What is typed into a form that asks for it is kept on this device until it is saved, for seven days at most, and
  // goes when its owner signs out. Files are never kept.
  const KEPT = 'draft:';
  const WEEK = 7 * 24 * 3600 * 1000;
  const kept = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };
  const forget = (which) => kept((store) => Object.keys(store)
    .filter((name) => name.startsWith(KEPT) && which(name)).forEach((name) => store.removeItem(name)));
  forget((name) => !(JSON.parse(localStorage.getItem(name)).at > Date.now() - WEEK));
  for (const saved of all('[data-draft-done]')) forget((name) => name === KEPT + saved.dataset.draftDone);
  for (const end of all('form[action="/sign-out"]')) end.addEventListener('submit', () => forget(() => true));
  for (const form of all('form[data-draft]')) {
    const name = KEPT + form.dataset.draft;
    const fields = () => [...new FormData(form)].filter(([field, value]) => field !== '_csrf' && typeof value === 'string');
    const draft = kept((store) => JSON.parse(store.getItem(name)));
    if (draft && !document.querySelector('.errors')) {
      const left = new Map();
      for (const [field, value] of draft.fields) left.set(field, [...(left.get(field) || []), value]);
      for (const control of form.elements) {
        const values = left.get(control.name) || [];
        if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
        else if (control.name && control.name !== '_csrf' && control.type !== 'submit' && values.length) control.value = values.shift();
      }
      all('[data-draft-note]').forEach((note) => { note.hidden = false; });
      const first = form.querySelector('[name=kinds]');
      if (first) setTimeout(() => first.dispatchEvent(new Event('change', { bubbles: true })));
    }
    const keep = () => {
      kept((store) => store.setItem(name, JSON.stringify({ at: Date.now(), fields: fields() })));
      all('[data-draft-kept]', form).forEach((note) => { note.hidden = false; });
    };
    form.addEventListener('input', keep);
    form.addEventListener('change', (event) => event.isTrusted && keep());
    all('[data-draft-clear]').forEach((button) => button.addEventListener('click', () => {
      forget((each) => each === name);
      location.reload();
    }));
  }

  // The summary of errors is where reading starts after a form was refused.
  const summary = document.querySelector('.errors');
  if (summary) summary.focus();
})();
