import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import { FORMAT_ENTIER, FORMAT_TAUX_PRECIS, FORMAT_TEXTE, TITRES_DE_COLONNES } from "../page";
import type { Contenu, Style } from "../plan";
import { ecrireCase, siConnus, siRempli, vide, type Case } from "./calculs";
import type { Reperes } from "./reperes";
import type { Ponctuelle } from "./saisies";

const FORMAT_DECIMAL = "#,##0.0_m";

/** Une donnée du parc ou de la demande, et ce à quoi elle se rapporte. */
interface Indicateur {
  libelle: string;
  cle?: Ponctuelle;
  /** Celui d'un effectif si rien n'est dit. */
  format?: string;
  /** Les données dont la somme fait le tout. */
  parmi?: readonly Ponctuelle[];
}

const BAILLEURS = ["hlm", "prive", "accession"] as const;
const TAILLES = ["petits", "moyens", "grands"] as const;
const AGES = ["recents", "intermediaires", "anciens"] as const;

const PARC: readonly Indicateur[] = [
  { libelle: "Parc HLM", cle: "hlm", parmi: BAILLEURS },
  { libelle: "Parc privé conventionné", cle: "prive", parmi: BAILLEURS },
  { libelle: "Accession sociale", cle: "accession", parmi: BAILLEURS },
  { libelle: "Logements T1 et T2", cle: "petits", parmi: TAILLES },
  { libelle: "Logements T3", cle: "moyens", parmi: TAILLES },
  { libelle: "Logements T4 et plus", cle: "grands", parmi: TAILLES },
  { libelle: "De moins de 10 ans", cle: "recents", parmi: AGES },
  { libelle: "De 10 à 40 ans", cle: "intermediaires", parmi: AGES },
  { libelle: "De plus de 40 ans", cle: "anciens", parmi: AGES },
  { libelle: "Loyer moyen (€/m²)", cle: "loyer", format: FORMAT_DECIMAL },
  { libelle: "Taux de vacance", cle: "vacance", format: FORMAT_TAUX_PRECIS },
  { libelle: "Taux de rotation", cle: "rotation", format: FORMAT_TAUX_PRECIS },
];

/** Le profil se rapporte à la demande externe, hors mutations (guide, 1er volet, 2). */
const EXTERNE = ["externes"] as const;

const DEMANDE: readonly Indicateur[] = [
  { libelle: "Demandes en cours", cle: "demandes" },
  { libelle: "dont hors mutations internes au parc social", cle: "externes", parmi: ["demandes"] },
  { libelle: "Demandes satisfaites dans l’année", cle: "attributions" },
  { libelle: "Ratio de tension (demandes pour une satisfaite)", format: FORMAT_DECIMAL },
  { libelle: "Délai moyen de satisfaction (mois)", cle: "delai", format: FORMAT_DECIMAL },
  { libelle: "Hors mutations : personnes seules", cle: "seules", parmi: EXTERNE },
  { libelle: "Hors mutations : habitant la commune", cle: "locales", parmi: EXTERNE },
  { libelle: "Hors mutations : sous les plafonds PLAI", cle: "ressourcesPlai", parmi: EXTERNE },
  { libelle: "Hors mutations : premier quartile", cle: "quartile", parmi: EXTERNE },
  { libelle: "Hors mutations : reconnus DALO", cle: "dalo", parmi: EXTERNE },
  { libelle: "Hors mutations : publics prioritaires", cle: "prioritaires", parmi: EXTERNE },
];

const LIGNE: Style = {
  format: FORMAT_TEXTE,
  taille: 9,
  vertical: "milieu",
  bordures: {
    haut: "fin",
    bas: "fin",
    gauche: "fin",
    droite: "fin",
    horizontales: "fin",
    verticales: "fin",
  },
};
const HAUTEUR = 12.5;

/** 2) État des lieux du parc social et de la demande locative sociale : deux listes côte à côte. */
export function parcEtDemande(reperes: Reperes): void {
  const { rangees } = reperes;
  const { page, trame, colonnes, forme } = rangees;
  rangees.titre("2) État des lieux du parc social et de la demande locative sociale");
  const moities = [
    { debut: 0, fin: trame.gauche, titre: "Le parc social", indicateurs: PARC },
    {
      debut: trame.gauche,
      fin: colonnes,
      titre: "La demande locative sociale",
      indicateurs: DEMANDE,
    },
  ];
  const lignes = Math.max(PARC.length, DEMANDE.length);
  page.dimensionner(lignes + 1, HAUTEUR);
  for (const { debut, fin, titre, indicateurs } of moities) {
    const libelles = fin - debut - 2;
    if (libelles > 1) page.fusionnerColonnes(debut, libelles, indicateurs.length + 1);
    page.styler(debut, fin - debut, indicateurs.length + 1, LIGNE);
    page.styler(debut, fin - debut, 1, { ...TITRES_DE_COLONNES, taille: 9, renvoiALaLigne: false });
    const creux = Array.from({ length: libelles - 1 }, () => null);
    const affichee: Affichee = (cle) => {
      const rang = indicateurs.findIndex((indicateur) => indicateur.cle === cle);
      return plageDe(page.ligne + rang, fin - 2, 1, 1);
    };
    const contenus = indicateurs.map((indicateur): Contenu[] => {
      const part = partDe(indicateur, affichee);
      return [
        typographier(indicateur.libelle),
        ...creux,
        ecrireCase(forme, valeurDe(reperes, indicateur, affichee)),
        part && ecrireCase(forme, part),
      ];
    });
    page.blocs.push({
      ancre: page.cellule(debut),
      contenus: [[titre, ...creux, "Nombre", "Part"], ...contenus],
    });
  }
  page.sauter();
  const formats = moities.flatMap(({ fin, indicateurs }) => {
    page.styler(fin - 2, 1, indicateurs.length, { format: FORMAT_ENTIER, horizontal: "droite" });
    page.styler(fin - 1, 1, indicateurs.length, {
      format: FORMAT_TAUX_PRECIS,
      horizontal: "droite",
    });
    return indicateurs.flatMap(({ format }, rang) => (format ? { rang, fin, format } : []));
  });
  for (let rang = 0; rang < lignes; rang++) {
    for (const autre of formats)
      if (autre.rang === rang) page.styler(autre.fin - 2, 1, 1, { format: autre.format });
    page.sauter();
  }
  rangees.note(
    "Sources : inventaires annuels SRU, répertoire du parc locatif social (RPLS), système national d'enregistrement (SNE) ou fichier local de la demande, Syplo."
  );
}

/** La cellule où s'affiche une donnée, dans la même liste. */
type Affichee = (cle: Ponctuelle) => string;

function valeurDe({ grille, choisie }: Reperes, { cle }: Indicateur, affichee: Affichee): Case {
  if (cle) return vide(siRempli(grille.lire(cle, 0, choisie)));
  const [demandes, satisfaites] = [affichee("demandes"), affichee("attributions")];
  const tension = `IF(${satisfaites}=0,"",CMS.TENSION(${demandes},${satisfaites}))`;
  return vide(siConnus([demandes, satisfaites], tension));
}

/** La part d'une donnée ; rien tant que le tout n'est pas rempli. */
function partDe({ cle, parmi }: Indicateur, affichee: Affichee): Case | null {
  if (!cle || !parmi) return null;
  const tout = parmi.map(affichee);
  const partie = affichee(cle);
  const total = `SUM(${tout.join()})`;
  const part = `IF(${total}=0,"",${partie}/${total})`;
  return vide(siConnus([...new Set([partie, ...tout])], part));
}
