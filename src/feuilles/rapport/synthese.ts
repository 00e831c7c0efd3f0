import type { Controle, Gravite } from "../../controle";
import { ecrireCompte, typographier } from "../../redaction";
import type { Feuillets } from "../feuillets";
import { DIFFERENCE, NOMBRE, RANG, borner, intitule, ouTiret } from "./commun";
import { detailler } from "./detail";
import { encadrerLeVerdict } from "./verdict";

/** Au-delà, le rapport renvoie au volet : il s'imprime et se joint. */
const EPCI_DETAILLES = 10;

/** Plusieurs EPCI ou plusieurs tableaux : une ligne chacun. */
export function synthetiser(feuillets: Feuillets, controles: readonly Controle[]): void {
  feuillets.titre(`Synthèse, ${ecrireCompte(controles.length, "bilan")}`, 11);
  const compter = ({ constats }: Controle, gravite: Gravite): number =>
    constats.filter((constat) => constat.gravite === gravite).length;
  feuillets.tableau<Controle>(
    [
      { titre: "N°", style: RANG, valeur: (_, rang) => rang + 1 },
      { titre: "EPCI ou tableau", valeur: nommer },
      {
        titre: "Contrat, période",
        etendue: 2,
        valeur: ({ type, bareme }) => `${type}, ${bareme.periode}`,
      },
      { titre: "Verdict", etendue: 2, style: { gras: true }, valeur: ({ verdict }) => verdict },
      {
        titre: "Objectifs légaux",
        style: NOMBRE,
        valeur: ({ totaux }) => ouTiret(totaux.avantLegal),
      },
      { titre: "Objectifs après", style: NOMBRE, valeur: ({ totaux }) => ouTiret(totaux.apres) },
      {
        titre: "Marge",
        style: DIFFERENCE,
        valeur: ({ type, totaux }) => (type === "mutualisant" ? ouTiret(totaux.marge) : "–"),
      },
      { titre: "Erreurs", style: NOMBRE, valeur: (controle) => compter(controle, "erreur") },
      {
        titre: "Avertisse-ments",
        style: NOMBRE,
        valeur: (controle) => compter(controle, "avertissement"),
      },
    ],
    controles
  );
}

function nommer({ epci, tableau }: Controle): string {
  return borner(epci ?? tableau.plage);
}

/** Le détail des bilans qui ont une erreur, puis de ceux qui ont un avertissement. */
export function detaillerLesPires(feuillets: Feuillets, controles: readonly Controle[]): void {
  const pires = [
    ...controles.filter(({ verdict }) => verdict === "non conforme"),
    ...controles.filter(({ verdict }) => verdict === "avertissements seulement"),
  ];
  const reste = pires.length - EPCI_DETAILLES;
  feuillets.texte(
    pires.length === 0
      ? "Aucun bilan n’a d’erreur ni d’avertissement."
      : typographier(
          `Suit le détail ${reste > 0 ? `des ${EPCI_DETAILLES} premiers bilans` : "de chaque bilan"} qui a une erreur ou un avertissement${reste > 0 ? ` ; ${ecrireCompte(reste, "autre")} : voyez chacun dans le volet, ou contrôlez le tableau de cet EPCI seul` : ""}.`
        )
  );
  for (const controle of pires.slice(0, EPCI_DETAILLES)) {
    feuillets.couper();
    feuillets.titre(intitule(controle), 12);
    encadrerLeVerdict(feuillets, controle);
    detailler(feuillets, controle);
  }
}
