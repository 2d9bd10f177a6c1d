// Emoji to choose from: what it is called in English (its short name), then in French.

import { $, language } from "./common.js";

const all = `
😀 grinning sourire content
😄 smile sourire joie
😂 joy rire larmes
🤣 rofl rire
🙂 slightly_smiling sourire
😉 wink clin d’œil
😊 blush sourire
😍 heart_eyes amour
😘 kissing bisou
😎 sunglasses cool lunettes
🤔 thinking réflexion pensif
🤨 raised_eyebrow doute
😐 neutral neutre
🙄 roll_eyes agacement
😏 smirk malin
😌 relieved soulagé
😴 sleeping dort sommeil
😷 mask masque malade
🤒 sick malade fièvre
🤯 mind_blown stupéfait
😮 surprised surprise
😢 cry triste pleure
😭 sob pleure
😱 scream peur cri
😅 sweat_smile ouf sueur
😇 innocent ange
🥳 party fête
🥲 touched ému
😡 angry colère
🤬 cursing jure
😳 flushed gêné
🥺 pleading supplie
🤗 hug câlin
🤫 shushing chut
🤐 zipper silence
🤝 handshake accord poignée
👍 thumbsup pouce oui
👎 thumbsdown pouce non
👌 ok parfait
✌️ victory victoire
🤞 fingers_crossed doigts croisés
👏 clap applaudir bravo
🙌 raised_hands bravo
🙏 pray merci prière
💪 muscle force
👋 wave salut coucou
👀 eyes yeux regarde
🧠 brain cerveau
👉 point_right droite
👈 point_left gauche
👆 point_up haut
👇 point_down bas
✍️ writing écrire
🤷 shrug ignore bof
🤦 facepalm consterné
❤️ heart cœur amour
🧡 orange_heart cœur
💛 yellow_heart cœur
💚 green_heart cœur
💙 blue_heart cœur
💜 purple_heart cœur
💔 broken_heart cœur brisé
💯 hundred cent
✨ sparkles étincelles
⭐ star étoile
🌟 glowing_star étoile
🔥 fire feu
🎉 tada fête bravo
🎂 cake anniversaire gâteau
🎁 gift cadeau
🏆 trophy trophée
🥇 gold_medal médaille or
🎯 target cible
🚀 rocket fusée
💡 idea idée ampoule
💬 speech parole message
🗨️ comment commentaire
📌 pin épingle
📎 paperclip trombone
🔗 link lien
📷 camera photo
🎥 movie film
🎵 music musique
🎨 art peinture
📚 books livres
📝 memo note
📅 calendar calendrier date
⏰ alarm réveil heure
⏳ hourglass sablier attente
✅ check fait oui
☑️ checked coché
❌ cross non faux
⚠️ warning attention
❗ exclamation important
❓ question aide
ℹ️ information info
🔒 locked fermé cadenas
🔑 key clé
🔧 wrench outil clé
🔨 hammer marteau
🛠️ tools outils
⚙️ gear réglage
🐛 bug insecte bogue
💻 laptop ordinateur
📱 phone téléphone
🖨️ printer imprimante
🌍 earth terre monde
🌱 seedling pousse
🌳 tree arbre
🌸 blossom fleur
🌻 sunflower tournesol fleur
🍀 clover trèfle chance
☀️ sun soleil
🌧️ rain pluie
❄️ snow neige
🌈 rainbow arc-en-ciel
🌙 moon lune
⚡ zap éclair
💧 water eau goutte
🐶 dog chien
🐱 cat chat
🦊 fox renard
🐻 bear ours
🐝 bee abeille
🦋 butterfly papillon
🐢 turtle tortue lent
🦄 unicorn licorne
🐔 chicken poule
🍎 apple pomme
🍌 banana banane
🍓 strawberry fraise
🥕 carrot carotte
🥐 croissant croissant
🍞 bread pain
🧀 cheese fromage
🍕 pizza pizza
🍫 chocolate chocolat
☕ coffee café
🍵 tea thé
🍷 wine vin
🍺 beer bière
🥂 cheers santé champagne
🏠 house maison
🏫 school école
🏔️ mountain montagne
🏖️ beach plage
⛺ camping tente
🚲 bike vélo
🚗 car voiture
🚂 train train
✈️ plane avion
⛵ boat bateau
⚽ soccer football
🏀 basketball basket
🎾 tennis tennis
🏃 running course
🧘 yoga calme
🎮 game jeu
🎲 die dé hasard
🧩 puzzle puzzle
🏳️‍🌈 pride fierté
🇫🇷 france france
🇬🇧 uk angleterre
🇪🇺 europe europe
`.trim().split("\n").map((line) => {
  const [emoji, english, ...french] = line.split(" ");
  return { emoji, name: language === "fr" ? french[0] : english.replaceAll("_", " "), words: [english, ...french] };
});

const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Those of which a word begins so.
export function find(beginning) {
  const sought = fold(beginning).replaceAll(" ", "_");
  return all.filter(({ words }) => words.some((word) => fold(word).startsWith(sought)));
}

// Opens the choice under a button, and closes it again.
export function pick(button, take) {
  const open = $("#emoji");
  if (open) { open.remove(); button.ariaExpanded = "false"; button.focus(); return; }
  const panel = document.createElement("div");
  panel.id = "emoji";
  panel.className = "emoji";
  panel.role = "dialog";
  panel.ariaLabel = button.title;
  const search = document.createElement("input");
  search.type = "search";
  search.ariaLabel = search.placeholder = button.dataset.emoji;
  const grid = document.createElement("div");
  const show = () => grid.replaceChildren(...find(search.value).map(({ emoji, name }) => {
    const one = document.createElement("button");
    one.type = "button";
    one.title = one.ariaLabel = name;
    one.textContent = emoji;
    return one;
  }));
  const close = () => { panel.remove(); button.ariaExpanded = "false"; };
  const taken = (one) => { if (!one) return; close(); take(one.textContent); };
  search.addEventListener("input", (event) => { event.stopPropagation(); show(); });
  grid.addEventListener("click", (event) => taken(event.target.closest("button")));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); button.focus(); }
    else if (event.key === "Enter" && event.target === search) taken($("button", grid));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  panel.addEventListener("focusout", (event) => { if (event.relatedTarget && !panel.contains(event.relatedTarget) && event.relatedTarget !== button) close(); });
  panel.append(search, grid);
  show();
  button.closest("[data-tools]").after(panel);
  button.ariaExpanded = "true";
  search.focus();
}
