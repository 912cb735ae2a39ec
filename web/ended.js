// From the day after the campaign's last day, shows what people can do instead, and hides everything else.
(() => {
  const ended = document.getElementById("ended");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  if (today <= ended.dataset.endedOn) return;
  const rest = "main > :not(#ended), .hero .reassure, footer a[href='#write'], a.skip";
  for (const element of document.querySelectorAll(rest)) element.hidden = true;
  ended.hidden = false;
})();
