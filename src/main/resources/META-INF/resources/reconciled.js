// Fetches the page again and takes over its content, so that scroll position and selection stay.
const EVERY_MS = 5000;

async function refresh() {
  if (!document.hidden && !String(getSelection())) {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("report").replaceWith(fresh.getElementById("report"));
      document.title = fresh.title;
      document.body.classList.remove("stale");
    } catch {
      document.body.classList.add("stale");
    }
  }
  setTimeout(refresh, EVERY_MS);
}

setTimeout(refresh, EVERY_MS);
