import { normaliserMot } from "../regles";
import type { LigneDeCommune } from "../tableau";
import type { Constat } from "./constat";
import { inseeDe, reperer } from "./donnees";

const FORMULE = /^\s*[=+\-@]/;

/** Le nom de chaque commune : présent, unique, et qui ne passe pas pour une formule (arbitrages 10 et 14). */
export function controlerNoms(lignes: readonly LigneDeCommune[], constats: Constat[]): void {
  const vues = new Map<string, LigneDeCommune[]>();
  for (const ligne of lignes) {
    const { nom } = ligne;
    if (nom === "") {
      constats.push({
        ...reperer(ligne, "commune"),
        gravite: "avertissement",
        code: "nom-absent",
        article: "guide, annexe 3",
        valeurs: {},
      });
      continue;
    }
    if (FORMULE.test(nom)) {
      constats.push({
        ...reperer(ligne, "commune"),
        gravite: "avertissement",
        code: "nom-formule",
        article: "guide, annexe 3",
        valeurs: { nom },
      });
    }
    const cle = normaliserMot(nom) || nom;
    const homonymes = vues.get(cle) ?? [];
    const premiere = homonymes.find((autre) => estLaMeme(autre, ligne));
    if (premiere) signalerDoublon(ligne, premiere, constats);
    vues.set(cle, [...homonymes, ligne]);
  }
}

/** Une commune, reconnue à son code INSEE, n'est que d'un EPCI ; son objectif compterait deux fois. */
export function controlerDoublonsEntreEpci(
  groupes: readonly { lignes: readonly LigneDeCommune[]; constats: Constat[] }[]
): void {
  const vues = new Map<string, { ligne: LigneDeCommune; groupe: number }>();
  groupes.forEach(({ lignes, constats }, groupe) => {
    for (const ligne of lignes) {
      const insee = inseeDe(ligne);
      if (insee === null) continue;
      const premiere = vues.get(insee);
      if (!premiere) vues.set(insee, { ligne, groupe });
      else if (premiere.groupe !== groupe) signalerDoublon(ligne, premiere.ligne, constats);
    }
  });
}

/** Même nom, et même code INSEE si les deux en ont un : deux Buxerolles à codes différents sont deux communes. */
function estLaMeme(une: LigneDeCommune, autre: LigneDeCommune): boolean {
  const codes = [une, autre].map(inseeDe);
  return codes[0] === null || codes[1] === null || codes[0] === codes[1];
}

function signalerDoublon(
  ligne: LigneDeCommune,
  premiere: LigneDeCommune,
  constats: Constat[]
): void {
  constats.push({
    ...reperer(ligne, "commune"),
    gravite: "erreur",
    code: "doublon",
    article: "guide, annexe 3",
    valeurs: { premiere: reperer(premiere, "commune").adresse ?? "", insee: inseeDe(ligne) },
  });
}
