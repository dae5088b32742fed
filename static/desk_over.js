// Whoever signs out, or has not been seen for as long as a session lasts, leaves no page of the desk open in another tab.
// A page on which something was typed stays until somebody signs out: what is not saved yet is nowhere else.
(() => {
  const page = document.currentScript.dataset;
  const tabs = new BroadcastChannel("desk");
  let last = Date.now();
  let typed = false;

  const clear = () => {
    document.documentElement.replaceChildren();
    // Once the session is over there, too: else the way in leads straight back.
    setTimeout(() => location.replace(page.door), 1000);
  };

  tabs.onmessage = ({ data }) => {
    if (data === "over") clear();
    else last = Date.now();
  };
  tabs.postMessage("here");
  document.addEventListener("input", () => { typed = true; });
  // Drawn again with what is wrong, or to be sent again, a page holds what was typed on the one before.
  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector(".errornote, .errorlist, .stale, #send-again")) typed = true;
  });
  document.addEventListener("submit", ({ target }) => {
    if (target.id === "logout-form") tabs.postMessage("over");
    typed = false;
    // While the answer is waited for, nothing is cleared under it.
    last = Date.now();
  });
  const look = () => {
    if (!typed && Date.now() - last > page.seconds * 1000) clear();
  };
  setInterval(look, 5000);
  // A machine that slept counts no seconds.
  addEventListener("visibilitychange", look);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
})();
