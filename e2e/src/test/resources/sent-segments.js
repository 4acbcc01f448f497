// Remembers what the page sends of a recording, so that a test can read it; the request goes its way.
(() => {
  if (window.__sentSegments) return;
  window.__sentSegments = [];
  const real = window.fetch;
  const base64 = (buffer) => {
    let text = '';
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  window.fetch = async (...request) => {
    const [address, options] = request;
    const found = /recordings\/([^/]+)\/takes\/(\d+)\/segments\/(\d+)$/.exec(typeof address === 'string' ? address : '');
    if (!found || options?.method !== 'PUT') return real(...request);
    const { headers, body } = options;
    const answer = await real(...request);
    window.__sentSegments.push({
      recording: found[1], take: Number(found[2]), index: Number(found[3]), final: headers['X-Segment-Final'] === 'true',
      from: Number(headers['X-Segment-From']), to: Number(headers['X-Segment-To']), bytes: base64(body), status: answer.status,
    });
    return answer;
  };
})();
