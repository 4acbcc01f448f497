// The least code that makes a call: one socket that passes everything on, one offer, one answer.
// Wishes in the address: relay (port), height of the picture, ice (servers as JSON), now (call at once),
// lips (picture and sound are kept together), self (one's own picture in a corner).
const wish = new URLSearchParams(location.search);
const relay = new WebSocket(`ws://${location.hostname}:${wish.get('relay')}`);
const height = Number(wish.get('height') ?? 360);
const caller = location.hash === '#caller';
const ready = new Promise((open) => relay.addEventListener('open', open));
let peer;

const say = (message) => relay.send(JSON.stringify(message));

async function connect() {
  const media = navigator.mediaDevices.getUserMedia({
    video: { width: (height * 16) / 9, height, frameRate: 30 },
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  peer = new RTCPeerConnection({ iceServers: JSON.parse(wish.get('ice') ?? '[]') });
  peer.onicecandidate = ({ candidate }) => candidate && say({ candidate });
  const remote = new MediaStream();
  peer.ontrack = ({ track }) => {
    remote.addTrack(track);
    document.getElementById('remote').srcObject = remote;
  };
  // Browsers show a picture with its sound only where both are said to belong to one stream.
  const person = wish.has('lips') ? [await media] : [];
  if (wish.has('self')) showSelf((await media).getVideoTracks());
  for (const track of (await media).getTracks()) peer.addTrack(track, ...person);
}

function showSelf(tracks) {
  const self = Object.assign(document.createElement('video'), { autoplay: true, playsInline: true, muted: true });
  self.style = 'position: fixed; right: 1rem; bottom: 1rem; width: 12rem';
  self.srcObject = new MediaStream(tracks);
  document.body.append(self);
}

// One message after the other: a candidate may come while the offer before it is still being taken in.
let handled = Promise.resolve();
relay.onmessage = ({ data }) => { handled = handled.then(() => handle(JSON.parse(data))); };

async function handle(message) {
  if (message.offer) {
    await connected;
    await peer.setRemoteDescription(message.offer);
    await peer.setLocalDescription();
    say({ answer: peer.localDescription });
  } else if (message.answer) {
    await peer.setRemoteDescription(message.answer);
  } else if (message.candidate) {
    await peer.addIceCandidate(message.candidate);
  }
}

async function call() {
  await connect();
  await ready;
  await peer.setLocalDescription();
  say({ offer: peer.localDescription });
}

// Who is called has camera and microphone on already and waits, as a patient in a waiting room does.
const connected = caller ? undefined : connect();
document.querySelector('[data-testid=go]').addEventListener('click', () => void call());
if (wish.has('now')) void call();
