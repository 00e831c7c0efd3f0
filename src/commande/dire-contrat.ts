import { NOM_DE_LA_FEUILLE, type ContratLu } from "../contrat";
import { enUneLigne, phraserReponseIllisible, phraserReponsesSansTableau } from "../redaction";
import { normaliserMot } from "../regles";
import type { ConstatDit } from "./rapport";

/**
 * Ce qui se dit de la feuille « CMS – Contrat » : ce qui ne s'y lit pas, et les réponses d'un EPCI qu'aucun tableau ne nomme.
 * @param epcis Ceux des tableaux contrôlés.
 */
export function direContrat(
  { contrat, illisibles }: ContratLu,
  epcis: readonly (string | null)[]
): ConstatDit[] {
  const connus = new Set(epcis.map((epci) => normaliserMot(epci ?? "")));
  const perdus = contrat.reponses.flatMap(({ epci, contexte }) =>
    epci !== null && Object.keys(contexte).length > 0 && !connus.has(normaliserMot(epci))
      ? [epci]
      : []
  );
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
  ];
}
