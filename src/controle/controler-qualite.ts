import { combienDePlaiAuMoins, combienDePlsAuPlus, enMillioniemes } from "../regles";
import type { LigneDeCommune } from "../tableau";
import { nombreDe, reperer, reponseDe, saisieDe, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";

const QUALITATIVES = ["plai", "partPlai", "pls", "partPls"] as const;

/** Au moins 30 % de PLAI, au plus 30 % (ou 20 %) de PLS et assimilés, sur l'objectif retenu (L. 302-8, III ; arbitrage 11). */
export function controlerQualite(ligne: LigneDeCommune, apres: number, cadre: Cadre): void {
  for (const rubrique of QUALITATIVES) {
    if (ligne.donnees[rubrique]?.etat === "illisible")
      illisible(ligne, rubrique, [], cadre, "avertissement");
  }
  if (apres === 0) return;
  controlerPlai(ligne, apres, cadre);
  controlerPls(ligne, apres, cadre);
}

function controlerPlai(ligne: LigneDeCommune, apres: number, { constats }: Cadre): void {
  const { plai, partPlai } = ligne.donnees;
  const minimum = combienDePlaiAuMoins(apres);
  const lu = nombreDe(plai) ?? nombreDe(partPlai);
  if (!minimum.ok || lu === null) return;
  const enTaux = nombreDe(plai) === null;
  const suffit = enTaux ? enMillioniemes(lu) >= minimum.taux : lu >= minimum.valeur;
  if (suffit) return;
  constats.push({
    ...reperer(ligne, enTaux ? "partPlai" : "plai"),
    gravite: "erreur",
    code: "plai-insuffisant",
    article: "L. 302-8, III",
    valeurs: { lu, limite: minimum.valeur, taux: minimum.taux, enTaux },
  });
}

/** Sous 10 % de logements sociaux sans savoir s'il y a un PLH : au-dessus du plafond réduit, ce n'est qu'un avertissement. */
function controlerPls(ligne: LigneDeCommune, apres: number, { constats, contexte }: Cadre): void {
  const { pls, partPls, tauxLs, plh } = ligne.donnees;
  const lu = nombreDe(pls) ?? nombreDe(partPls);
  if (lu === null) return;
  const enTaux = nombreDe(pls) === null;
  const couverte = reponseDe(plh) === null ? (contexte.plh ?? null) : reponseDe(plh) === "oui";
  const taux = tauxLs?.etat === "illisible" ? null : saisieDe(tauxLs);
  const plafond = (avecPlh: boolean): ReturnType<typeof combienDePlsAuPlus> =>
    combienDePlsAuPlus(apres, taux, taux === null || avecPlh);
  const depasse = (maximum: ReturnType<typeof plafond>): boolean =>
    maximum.ok && (enTaux ? enMillioniemes(lu) > maximum.taux : lu > maximum.valeur);
  const [haut, bas] = [plafond(true), plafond(false)];
  const sur = depasse(haut) || (couverte === false && depasse(bas));
  const possible = couverte === null && depasse(bas);
  const maximum = depasse(haut) ? haut : bas;
  if (!maximum.ok || !(sur || possible)) return;
  constats.push({
    ...reperer(ligne, enTaux ? "partPls" : "pls"),
    gravite: sur ? "erreur" : "avertissement",
    code: "pls-excessif",
    article: "L. 302-8, III",
    valeurs: { lu, limite: maximum.valeur, taux: maximum.taux, enTaux },
  });
}
