// From the day after the campaign's last day, the style sheet shows what people can do instead, and nothing else. A page
// that was built after that day says so by itself, without a script.
{
  const { endedOn } = document.getElementById("ended").dataset;
  if (new Date() >= new Date(`${endedOn}T24:00`)) document.documentElement.dataset.ended = "";
}
