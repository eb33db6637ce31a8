// Offers, while a mechanism document is typed, the words that fit at that place. The words stand in the page; without
// this file the text is typed as before.
(() => {
  const NAME = /^\s*(?:- +)*([\w-]+):\s*(?:#.*)?$/;
  const TESTS = /^(?:equals|one-of|contains)$/;
  const WORD = /[^\s:,[\]{}"'#]*$/;
  const indent = (line) => line.match(/^\s*(?:- +)*/)[0].length;
  const last = (pattern, text) => [...text.matchAll(pattern)].pop()?.[1] || '';

  // The name below which a line stands: the nearest line above that is indented less, if nothing follows its colon.
  const above = (lines, depth) => {
    if (!depth) return '.';
    for (let i = lines.length - 1; i >= 0; i -= 1) {
      const line = lines[i];
      if (line.trim() && !/^\s*#/.test(line) && indent(line) < depth) return NAME.exec(line)?.[1] || '';
    }
    return '';
  };

  // The name before or around the end of a text, and whether it is a list or value of that name that is being typed.
  const place = (before) => {
    const lines = before.split('\n');
    const line = lines.pop();
    const bare = line.replace(/"[^"]*"/g, '""');
    if (/(^|\s)#/.test(bare) || bare.split('"').length % 2 === 0) return ['', false];
    const open = [];
    let name = '';
    for (const [token, key] of bare.matchAll(/([\w-]+):(?=\s|$)|[[\]{},]/g)) {
      const inner = open[open.length - 1];
      if (key) name = key;
      else if (token === '{' || token === '[') {
        open.push({ list: token === '[', owner: name || inner?.owner || above(lines, indent(line)) });
        name = '';
      } else if (token === ',') name = '';
      else {
        open.pop();
        name = '';
      }
    }
    if ((name || open.length) && !/[:[{,]\s*$/.test(bare)) return ['', false];
    const inner = open.pop();
    if (name) return [name, true];
    if (inner) return [inner.owner, inner.list];
    return /^\s*(?:- +)*$/.test(line) ? [above(lines, indent(line)), false] : ['', false];
  };

  const begin = (root) => {
    const field = root.querySelector('textarea');
    const offers = new Map();
    for (const words of root.querySelectorAll('datalist')) {
      for (const at of words.dataset.at.split(' ')) {
        offers.set(at, { names: words.dataset.names === 'true', words: [...words.options] });
      }
    }
    const box = document.createElement('div');
    box.className = 'offers';
    box.innerHTML = '<p class="small muted" role="status"></p><ul role="listbox" id="offers" hidden></ul>';
    const [said, list] = box.children;
    list.setAttribute('aria-label', root.dataset.complete);
    root.append(box);
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', 'offers');
    let from = 0; // where the word begins that is being typed
    let left = -1; // where one begins that is not to be completed any more
    let chosen = -1;
    let tail = '';

    const choose = (which) => {
      chosen = which;
      [...list.children].forEach((each, i) => each.setAttribute('aria-selected', i === which));
      if (which < 0) field.removeAttribute('aria-activedescendant');
      else field.setAttribute('aria-activedescendant', list.children[which].id);
    };
    const close = () => {
      box.classList.remove('open');
      choose(-1);
      list.hidden = true;
      list.replaceChildren();
      said.textContent = '';
    };
    const take = (option) => {
      const after = tail && !field.value.slice(field.selectionEnd).startsWith(':') ? tail : '';
      const word = option.dataset.word + after;
      if (!after) left = from;
      field.focus();
      field.setSelectionRange(from, field.selectionEnd);
      // So that it can be undone as if it had been typed; where a browser knows no such command, it is written in.
      if (!document.execCommand('insertText', false, word)) {
        field.setRangeText(word, from, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    };
    const found = (typed, name, value) => {
      const fact = () => last(/\bfact: *(\w+)/g, field.value.slice(0, from))
        || field.value.match(/\bfact: *(\w+)/)?.[1] || '';
      let at = name;
      if (name === 'field' || name === 'sum') at = `${fact()}.`;
      else if (TESTS.test(name)) at = `${fact()}.${last(/\bfield: *(\w+)/g, field.value.slice(0, from))}`;
      const offer = offers.get(at);
      // A name never follows a colon on its line, and only behind a colon a word needs no beginning.
      if (!offer || (offer.names && value) || (!typed && !value)) return [];
      tail = offer.names ? ': ' : '';
      const low = typed.toLowerCase();
      const begins = offer.words.filter((word) => word.value.startsWith(low));
      const means = offer.words.filter((word) => !begins.includes(word) && word.label.toLowerCase().includes(low));
      return [...begins, ...means].filter((word) => word.value !== typed).slice(0, innerWidth < 640 ? 4 : 8);
    };
    // Where on the screen the line ends that is being typed, so that the list does not lie over it; a text field does
    // not say, so its text is laid out once more.
    const bottom = (caret) => {
      const twin = document.createElement('div');
      const mark = document.createElement('span');
      twin.className = 'in twin';
      twin.style.width = `${field.clientWidth + 2}px`;
      mark.textContent = '|';
      twin.append(field.value.slice(0, caret), mark);
      root.append(twin);
      const end = mark.offsetTop + mark.offsetHeight - field.scrollTop + field.getBoundingClientRect().top;
      twin.remove();
      return end;
    };
    const show = () => {
      const caret = field.selectionEnd;
      const typed = WORD.exec(field.value.slice(0, caret))[0];
      from = caret - typed.length;
      if (from !== left || !typed) left = -1;
      const words = left < 0 && field.selectionStart === caret ? found(typed, ...place(field.value.slice(0, from))) : [];
      close();
      if (!words.length) return;
      list.append(...words.map((word, i) => {
        const option = document.createElement('li');
        option.setAttribute('role', 'option');
        option.id = `offer-${i}`;
        option.dataset.word = word.value;
        option.textContent = word.label === word.value ? word.value : `${word.value} ${word.label}`;
        option.addEventListener('click', () => take(option));
        return option;
      }));
      choose(-1);
      list.hidden = false;
      box.classList.add('open');
      said.textContent = root.dataset.some.replace('#', words.length);
      // Above the keyboard of a phone, which lies over the page.
      const hidden = visualViewport ? innerHeight - visualViewport.height - visualViewport.offsetTop : 0;
      box.style.bottom = `${Math.max(0, Math.round(hidden))}px`;
      scrollBy(0, Math.max(0, bottom(caret) - box.getBoundingClientRect().top));
    };

    field.addEventListener('input', (event) => event.isComposing || show());
    field.addEventListener('compositionend', show);
    field.addEventListener('blur', close);
    field.addEventListener('click', close);
    box.addEventListener('mousedown', (event) => event.preventDefault());
    field.addEventListener('keydown', (event) => {
      if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const count = list.children.length;
      if (event.key === 'ArrowDown') choose(chosen + 1 < count ? chosen + 1 : 0);
      else if (event.key === 'ArrowUp' && chosen >= 0) choose(chosen - 1);
      else if (event.key === 'Escape') {
        left = from;
        close();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0 && !event.shiftKey) take(list.children[chosen]);
      else {
        if (/^(Arrow|Home|End|Page)/.test(event.key)) close();
        return;
      }
      event.preventDefault();
    });
  };

  document.querySelectorAll('[data-complete]').forEach(begin);
})();
