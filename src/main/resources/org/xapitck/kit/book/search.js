(function () {
  const input = document.getElementById('q');
  const answer = document.getElementById('answer');
  const list = document.getElementById('found');
  const count = document.getElementById('count');
  function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    answer.hidden = !words.length;
    if (!words.length) return;
    const hits = ENTRIES.filter(e => words.every(w => (e[0] + ' ' + e[2]).toLowerCase().includes(w)));
    hits.sort((a, b) => score(b, words) - score(a, words));
    count.textContent = hits.length + ' found';
    for (const hit of hits.slice(0, 60)) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = hit[1];
      link.textContent = hit[0];
      item.append(link, ' ', hit[2]);
      list.append(item);
    }
  }
  function score(entry, words) {
    const title = entry[0].toLowerCase();
    return words.filter(w => title.includes(w)).length * 100 - title.length;
  }
  // what a link leads to is unfolded
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
      target.scrollIntoView();
    }
  }
  // on a phone the list of pages would fill the screen
  if (matchMedia('(max-width: 60rem)').matches) document.querySelector('.contents').open = false;
  input.value = new URLSearchParams(location.search).get('q') || '';
  input.addEventListener('input', search);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      input.value = '';
      search();
    }
  });
  list.addEventListener('click', () => { answer.hidden = true; });
  addEventListener('hashchange', unfold);
  search();
  unfold();
})();
