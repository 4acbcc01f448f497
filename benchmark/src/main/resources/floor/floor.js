// The least code that makes a call: one socket that passes everything on, one offer, one answer.
const relay = new WebSocket(`ws://${location.hostname}:${new URLSearchParams(location.search).get('relay')}`);
const caller = location.hash === '#caller';
const ready = new Promise((open) => relay.addEventListener('open', open));
let peer;

const say = (message) => relay.send(JSON.stringify(message));

async function connect() {
  const media = navigator.mediaDevices.getUserMedia({
    video: { width: 640, height: 360, frameRate: 30 },
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  peer = new RTCPeerConnection();
  peer.onicecandidate = ({ candidate }) => candidate && say({ candidate });
  const remote = new MediaStream();
  peer.ontrack = ({ track }) => {
    remote.addTrack(track);
    document.getElementById('remote').srcObject = remote;
  };
  for (const track of (await media).getTracks()) peer.addTrack(track);
}

relay.onmessage = async ({ data }) => {
  const message = JSON.parse(data);
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
};

async function call() {
  await connect();
  await ready;
  await peer.setLocalDescription();
  say({ offer: peer.localDescription });
}

// Who is called has camera and microphone on already and waits, as a patient in a waiting room does.
const connected = caller ? undefined : connect();
document.querySelector('[data-testid=go]').addEventListener('click', () => void call());
if (new URLSearchParams(location.search).has('now')) void call();
