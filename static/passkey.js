// Says on the page what went wrong with a passkey; the browser would tell its console alone.
document.addEventListener("allauth.error", (event) => {
  const { exception } = event.detail;
  const trouble = document.querySelector(".passkey-trouble");
  trouble.textContent =
    exception.name === "NotAllowedError" || exception.name === "AbortError"
      ? "Nothing was chosen, or it took too long. Try again."
      : exception.name === "InvalidStateError"
        ? "That one has been added already."
        : "This browser or device cannot do that here.";
  trouble.hidden = false;
  event.preventDefault();
});
