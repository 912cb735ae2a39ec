// From the day after the campaign's last day, the style sheet shows what people can do instead, and nothing else. A page
// that was built after that day says so by itself, without a script.
{
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  if (today > document.getElementById("ended").dataset.endedOn) document.documentElement.dataset.ended = "";
}
