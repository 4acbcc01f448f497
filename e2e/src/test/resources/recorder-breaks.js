// A recorder that breaks when the test says so, and does not begin again on this page.
(() => {
  const Real = window.MediaRecorder;
  const all = [];
  let broken = false;
  window.MediaRecorder = class extends Real {
    constructor(...options) {
      if (broken) throw new DOMException('broken', 'NotSupportedError');
      super(...options);
      all.push(this);
    }
  };
  window.__breakRecorders = () => {
    broken = true;
    for (const one of all) if (one.state !== 'inactive') one.dispatchEvent(new Event('error'));
  };
})();
