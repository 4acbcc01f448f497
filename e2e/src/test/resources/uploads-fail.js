// Of all uploads a tenth never reaches the server, and of a tenth the answer is lost.
(() => {
  const real = window.fetch;
  let chance = 4;
  window.__failedUploads = 0;
  window.fetch = async (...request) => {
    if (request[1]?.method !== 'PUT') return real(...request);
    chance = (chance * 1664525 + 1013904223) % 2 ** 32;
    const fate = chance / 2 ** 32;
    if (fate < 0.2) window.__failedUploads++;
    if (fate < 0.1) throw new TypeError('Failed to fetch');
    const answer = await real(...request);
    if (fate < 0.2) throw new TypeError('Failed to fetch');
    return answer;
  };
})();
