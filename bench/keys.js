// Measure how busy the page is with one key: from the key's event to the end of the frame that shows it, without the
// wait for that frame to begin. `wall` includes the wait.
(() => {
  const busy = [];
  const wall = [];
  globalThis.keys = { busy, wall };
  const channel = new MessageChannel();
  let began, worked, frame, at;
  channel.port1.onmessage = () => {
    const painted = performance.now();
    busy.push(worked + (painted - frame));
    wall.push(painted - at);
  };
  addEventListener(
    "input",
    ({ timeStamp }) => {
      at = timeStamp;
      began = performance.now();
    },
    { capture: true },
  );
  addEventListener("input", () => {
    worked = performance.now() - began;
    requestAnimationFrame(() => {
      frame = performance.now();
      // Arrives after this frame's style, layout and paint.
      channel.port2.postMessage(null);
    });
  });
})();
