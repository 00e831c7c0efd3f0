import { NOM_DE_LA_FEUILLE, type ContratLu } from "../contrat";
import {
  enUneLigne,
  phraserReponseIllisible,
  phraserReponsesSansTableau,
  phraserVersionsSansTableau,
} from "../redaction";
import { normaliserMot } from "../regles";
import type { ConstatDit } from "./rapport";

/**
 * Ce qui se dit de la feuille « CMS – Contrat » : ce qui ne s'y lit pas, et les réponses ou les contrats signés d'un EPCI qu'aucun tableau
 * ne nomme.
 * @param epcis Ceux des tableaux contrôlés.
 */
export function direContrat(
  { contrat, illisibles }: ContratLu,
  epcis: readonly (string | null)[]
): ConstatDit[] {
  const connus = new Set(epcis.map((epci) => normaliserMot(epci ?? "")));
  const inconnus = (epcis: readonly (string | null)[]): string[] => [
    ...new Set(
      epcis.flatMap((epci) => (epci === null || connus.has(normaliserMot(epci)) ? [] : [epci]))
    ),
  ];
  const perdus = inconnus(
    contrat.reponses
      .filter(({ contexte }) => Object.keys(contexte).length > 0)
      .map(({ epci }) => epci)
  );
  const signes = inconnus(contrat.versions.map(({ epci }) => epci));
  return [
    ...illisibles.map((illisible): ConstatDit => {
      const { motif, adresse, ecrit, question } = illisible;
      const place = `« ${NOM_DE_LA_FEUILLE} »!${adresse}`;
      return {
        code: "reponse-illisible",
        gravite: "avertissement",
        commune: null,
        cellule: null,
        valeurs: { feuille: NOM_DE_LA_FEUILLE, adresse, motif, question, ecrit },
        message: `${place} : ${enUneLigne(phraserReponseIllisible(illisible))}`,
        article: null,
      };
    }),
    ...(perdus.length === 0
      ? []
      : [
          {
            code: "reponses-sans-tableau",
            gravite: "information",
            commune: null,
            cellule: null,
            valeurs: { epcis: perdus },
            message: enUneLigne(phraserReponsesSansTableau(perdus)),
            article: null,
          } satisfies ConstatDit,
        ]),
    ...(signes.length === 0
      ? []
      : [
          {
            code: "versions-sans-tableau",
            gravite: "avertissement",
            commune: null,
            cellule: null,
            valeurs: { epcis: signes },
            message: enUneLigne(phraserVersionsSansTableau(signes)),
            article: null,
          } satisfies ConstatDit,
        ]),
  ];
}
