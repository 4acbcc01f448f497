// In the place of Jitsi's IFrame API: a frame of the same host, with which it talks by messages.
window.JitsiMeetExternalAPI = class {
  #listeners = new Map();
  #frame = document.createElement('iframe');
  #hear = ({ source, data }) => {
    if (source !== this.#frame.contentWindow || !data?.jitsi) return;
    for (const listener of this.#listeners.get(data.jitsi) ?? []) listener(data.body);
  };

  constructor(domain, { roomName, jwt, parentNode, width, height, userInfo, configOverwrite }) {
    window.addEventListener('message', this.#hear);
    this.#frame.allow = 'autoplay; camera; microphone; display-capture; fullscreen';
    this.#frame.title = 'Jitsi';
    this.#frame.width = width;
    this.#frame.height = height;
    this.#frame.src = `https://${domain}/${roomName}?jwt=${jwt}#${encodeURIComponent(JSON.stringify({ ...userInfo, ...configOverwrite }))}`;
    parentNode.append(this.#frame);
  }

  addListener(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  executeCommand(command) {
    this.#frame.contentWindow?.postMessage({ command }, '*');
  }

  dispose() {
    window.removeEventListener('message', this.#hear);
    this.#frame.remove();
  }
};
