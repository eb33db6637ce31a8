// Everything works without this file; it only makes a few things quicker.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Buttons that only make sense with a script start hidden.
  for (const button of all('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // A set of tabs: links to sections of the same page, of which one is shown.
  for (const tabs of all('.tabset[data-tabs]')) {
    const links = all('a', tabs).filter((link) => document.getElementById(link.hash.slice(1)));
    const show = (chosen) => {
      for (const link of links) {
        const on = link === chosen;
        on ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
        document.getElementById(link.hash.slice(1)).hidden = !on;
      }
    };
    for (const link of links) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        history.replaceState(null, '', link.hash);
        show(link);
      });
    }
    const start = links.find((link) => link.hash === location.hash)
      || links.find((link) => link.hasAttribute('aria-current')) || links[0];
    if (start) show(start);
  }

  // A form is sent once, however often its button is pressed in a hurry. (A download leaves the page as it is.)
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
    setTimeout(() => delete event.target.dataset.sent, 3000);
  });
  window.addEventListener('pageshow', () => all('form[data-sent]').forEach((form) => delete form.dataset.sent));

  // The summary of errors is where reading starts after a form was refused.
  const summary = document.querySelector('.errors');
  if (summary) summary.focus();
})();
