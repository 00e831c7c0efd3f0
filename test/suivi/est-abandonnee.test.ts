import { ditAbandonnee } from "../../src/suivi/est-abandonnee";

test.each([
  "Annulée",
  "abandonné",
  "Abandonné(e)",
  "Abandon",
  "Projet abandonné",
  "Opération annulée.",
  "L'opération a été abandonnée",
  "Opération définitivement abandonnée",
  "Caduque",
  "caduc",
  "Retirée",
  "Retirée du contrat",
  "Annulée / abandonnée",
  "Abandonnée le 12/03/2027",
  "Abandonnée en mars 2027",
  "Abandonné par le bailleur",
  "Abandonnée : opposition de la commune",
  "Abandonnée (recours des riverains)",
  "Projet abandonné faute de foncier",
  "Permis déposé ; projet abandonné",
  "Abandon du projet",
])("« %s » l'affirme", (texte) => {
  expect(ditAbandonnee(texte)).toBe(true);
});

test.each([
  "",
  "Permis déposé",
  "non annulée",
  "Opération non abandonnée",
  "Risque d'abandon",
  "Risque : abandon",
  "abandon envisagé",
  "Abandonnée ?",
  "Abandonnée (à confirmer)",
  "Abandonnée si le recours aboutit",
  "Abandonnée : non",
  "Abandonnée en partie",
  "Abandonnée puis reprise",
  "Abandonné, remplacé par 20 logements",
  "Projet initial abandonné",
  "Permis annulé",
  "PC : retiré",
  "Permis déposé, retiré",
  "Friche abandonnée",
  "Réserve retirée",
])("« %s » ne l'affirme pas", (texte) => {
  expect(ditAbandonnee(texte)).toBe(false);
});
