import type { LigneDeCommune } from "../tableau";
import { reperer, type Cadre } from "./donnees";
import type { TerritoireDuBilan } from "./quel-territoire";

/** Un établissement public territorial du Grand Paris n'est pas un EPCI à fiscalité propre. */
const EPT = /^\s*(ept\b|[ée]tablissement public territorial)/i;

/** L'échelle du contrat : un EPCI à fiscalité propre pour une mutualisation, et des communes qui en sont. */
export function controlerEpci(
  lignes: readonly LigneDeCommune[],
  epci: string | null,
  lu: TerritoireDuBilan | null,
  { type, constats, decoupage }: Cadre
): void {
  const estUnEpt = EPT.test(epci ?? "") || (lu?.nomme && lu.territoire.ept);
  if (type === "mutualisant" && epci !== null && estUnEpt) {
    constats.push({
      gravite: "avertissement",
      code: "ept-mutualisant",
      article: "L. 302-8, X",
      valeurs: { epci },
    });
  }
  if (!lu || !decoupage) return;
  const { territoire, nomme, situees } = lu;
  lignes.forEach((ligne, rang) => {
    const homonymes = situees[rang] ?? [];
    // Inconnue (nouvelle, mal écrite, petite) : rien à dire. Une homonyme de l'EPCI suffit à la croire chez elle.
    if (homonymes.length === 0) return;
    if (homonymes.some(({ territoires }) => territoires.includes(territoire))) return;
    const reels = homonymes.map(
      ({ territoires }) => territoires.at(territoire.ept ? -1 : 0)?.nom ?? ""
    );
    constats.push({
      ...reperer(ligne, "commune"),
      gravite: "avertissement",
      code: "hors-epci",
      article: type === "mutualisant" ? "L. 302-8, X" : "L. 302-8-1, I, al. 3",
      valeurs: {
        epci: territoire.nom,
        nomme,
        reels: [...new Set(reels)],
        millesime: decoupage.millesime,
      },
    });
  });
}
