// Offers the page in the visitor's language, where their browser prefers one that it also has. Nobody is sent anywhere.
const here = document.documentElement.lang;
const plain = (code) => code.split("-")[0].toLowerCase();
const links = [...document.querySelectorAll("[data-languages] a")];
const wanted = navigator.languages
  .map(plain)
  .find((code) => [here, ...links.map(({ hreflang }) => hreflang)].map(plain).includes(code));
const better = links.find(({ hreflang }) => plain(hreflang) === wanted);
if (better && wanted !== plain(here)) better.textContent = better.dataset.offer;
