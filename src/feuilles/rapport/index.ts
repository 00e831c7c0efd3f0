import type { Controle } from "../../controle";
import {
  ecrireCompte,
  ecrireDate,
  enUneLigne,
  enoncerLimites,
  etatDeLaVerification,
  mentionDuBareme,
  rappelDeVerification,
  typographier,
} from "../../redaction";
import { MARQUE_DE_RAPPORT } from "../../tableau";
import { Feuillets } from "../feuillets";
import type { PlanDeFeuille } from "../plan";
import { borner, intitule } from "./commun";
import { detailler } from "./detail";
import { detaillerLesPires, synthetiser } from "./synthese";
import { encadrerLeVerdict } from "./verdict";

const NOM_DU_RAPPORT = "Contrôle CMS";

/** Ce que le rapport ne peut pas savoir de lui-même. */
export interface Circonstances {
  /** « AAAA-MM-JJ ». */
  jour: string;
  /** « 14:05 ». */
  heure: string;
  /** Version du complément. */
  version: string;
}

/** Onze colonnes, pour que tous les tableaux du rapport y tombent juste. Avec les marges, elles tiennent en largeur sur A4. */
const LARGEURS = [26, 142, 61, 61, 61, 61, 61, 61, 61, 61, 61];
/** Hauteur d'un A4 paysage sans ses marges, ni les deux lignes répétées, ni l'écart d'une imprimante à l'autre. */
const HAUTEUR_UTILE = 435;

/**
 * Le rapport d'un contrôle, à imprimer et à joindre : le verdict, les communes, les constats, les conditions et leurs réponses, ce que la lecture a
 * converti, et ce que le contrôle ne dit pas. De plusieurs contrôles : une ligne chacun, puis le détail de ceux qui ont une erreur ou un avertissement.
 * Tout y est valeur : un rapport date, il ne se recalcule pas.
 * @param controles Un au moins, tous de la même feuille.
 */
export function planRapport(
  controles: readonly [Controle, ...Controle[]],
  circonstances: Circonstances
): PlanDeFeuille {
  const [premier] = controles;
  const { feuillets, entete } = composer(controles, circonstances);
  const { epci, tableau } = premier;
  return feuillets.enPlan(
    NOM_DU_RAPPORT,
    entete,
    controles.length === 1 ? (epci ?? tableau.feuille) : tableau.feuille,
    `Contrôle du ${ecrireDate(circonstances.jour)}`
  );
}

function composer(
  controles: readonly [Controle, ...Controle[]],
  circonstances: Circonstances
): { feuillets: Feuillets; entete: number } {
  const [premier] = controles;
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  feuillets.texte(MARQUE_DE_RAPPORT, { gras: true, taille: 14 });
  feuillets.texte(
    controles.length === 1
      ? intitule(premier)
      : typographier(
          `${ecrireCompte(controles.length, "bilan")} sur la feuille « ${borner(premier.tableau.feuille)} »`
        ),
    { taille: 11, bordures: { bas: "moyen" } }
  );
  const entete = feuillets.page.ligne - 1;
  if (controles.length === 1) {
    encadrerLeVerdict(feuillets, premier);
    presenter(feuillets, controles, circonstances);
    detailler(feuillets, premier);
  } else {
    presenter(feuillets, controles, circonstances);
    synthetiser(feuillets, controles);
    detaillerLesPires(feuillets, controles);
  }
  rappelerLesLimites(feuillets, controles);
  return { feuillets, entete };
}

/** Ce qui a été contrôlé, quand, par quoi, et ce qui a été vérifié du droit. */
function presenter(
  feuillets: Feuillets,
  controles: readonly [Controle, ...Controle[]],
  { jour, heure, version }: Circonstances
): void {
  const [{ tableau, bareme, epci, type }] = controles;
  const plages = [...new Set(controles.map((controle) => controle.tableau.plage))];
  const rappel = rappelDeVerification(jour);
  feuillets.page.sauter();
  feuillets.renseigner(
    [
      ...(controles.length === 1
        ? ([
            ["EPCI", borner(epci ?? "non nommé dans le tableau")],
            ["Contrat et période", `${type}, ${bareme.periode}`],
          ] as const)
        : []),
      [
        plages.length > 1 ? "Tableaux contrôlés" : "Tableau contrôlé",
        typographier(
          `feuille « ${borner(tableau.feuille)} », ${plages.length > 1 ? "plages" : "plage"} ${borner(plages.join(", "))}`
        ),
      ],
      ["Contrôlé le", `${ecrireDate(jour)} à ${heure}, par Complément CMS ${version}`],
      [
        "Vérification du droit",
        [etatDeLaVerification(), rappel && enUneLigne(rappel)].filter(Boolean).join(" "),
      ],
    ],
    2
  );
}

function rappelerLesLimites(
  feuillets: Feuillets,
  controles: readonly [Controle, ...Controle[]]
): void {
  feuillets.titre("Limites de ce contrôle", 11);
  const mutualisant = controles.some(({ type }) => type === "mutualisant");
  for (const limite of enoncerLimites(mutualisant)) feuillets.texte(limite);
  feuillets.texte(mentionDuBareme(controles[0].bareme));
}
