(function () {
  const entries = JSON.parse(document.getElementById('index').textContent);
  const list = document.getElementById('found');
  const count = document.getElementById('count');
  const input = document.getElementById('q');
  function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    if (!words.length) { count.textContent = ''; return; }
    const hits = entries.filter(e => words.every(w => (e[0] + ' ' + e[2]).toLowerCase().includes(w)));
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
  input.value = new URLSearchParams(location.search).get('q') || '';
  input.addEventListener('input', search);
  search();
})();
