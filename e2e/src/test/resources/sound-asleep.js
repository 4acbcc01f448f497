// As browsers do where nobody has clicked yet: what this page mixes sleeps until window.__awake is true.
(() => {
  const Real = window.AudioContext;
  window.AudioContext = class extends Real {
    constructor(...options) {
      super(...options);
      void this.suspend();
    }
    get state() { return window.__awake ? super.state : 'suspended'; }
    resume() { return window.__awake ? super.resume() : new Promise(() => undefined); }
  };
})();
