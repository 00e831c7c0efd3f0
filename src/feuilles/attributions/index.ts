import { typographier } from "../../redaction";
import { ATTRIBUTIONS } from "../../regles";
import { Feuillets } from "../feuillets";
import { CASE, FIXE, HAUTEUR_UTILE, assembler, calculer, nomDeLEpci } from "../grille";
import type { Matiere } from "../matiere";
import type { Contenu, PlanDeFeuille, Validation } from "../plan";
import { ecrireClause } from "./clause";
import { ecrireCommunes, type Totaux } from "./communes";
import { DISPOSITIFS, type Dispositif } from "./dispositifs";
import { constat, manquantes, part } from "./formules";
import {
  LARGEURS,
  NOMBRE,
  PART,
  colonneDe,
  entiers,
  ouvrirPartie,
  poserLignes,
  poserTitres,
  type Colonne,
} from "./grille";

/** Les réservataires que cite le guide ; les lignes suivantes sont à nommer. */
const RESERVATAIRES = ["État (contingent préfectoral)", "Commune", "EPCI", "Action Logement"];
const LIGNES_LIBRES = 2;

/** « Attributions – 2026-2028 ». */
export function nomAttributions(periode: string): string {
  return `Attributions – ${periode}`;
}

/** Les objectifs d'attribution, la clause de mixité sociale et les dispositifs de loyers : des nombres à saisir, leurs parts et ce qui manque. */
export function planAttributions(matiere: Matiere, nom: string): PlanDeFeuille {
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  const champ = enTete(feuillets, matiere);
  const ecrireLaSynthese = reserverLaSynthese(feuillets);
  const reservataires = ecrireReservataires(feuillets);
  const clause = ecrireClause(feuillets);
  ecrireDispositifs(feuillets);
  const communes = ecrireCommunes(feuillets, matiere);
  ecrireLaSynthese(communes.totaux);
  return assembler(matiere, feuillets, {
    nom,
    partie: "attributions",
    largeurs: LARGEURS,
    lignesFigees: 0,
    titres: communes.titres,
    validations: [champ, ...reservataires, ...clause, ...communes.validations],
  });
}

/** Le titre, et les EPCI où les deux premiers objectifs valent. */
function enTete(feuillets: Feuillets, matiere: Matiere): Validation {
  const { page } = feuillets;
  const { periode } = matiere.controle.bareme;
  feuillets.texte(`Contrat de mixité sociale (${periode}), ${nomDeLEpci(matiere)}`, {
    gras: true,
    taille: 14,
  });
  feuillets.texte("Attributions et mixité sociale", { gras: true, taille: 12 });
  feuillets.texte(
    typographier(
      "Saisissez dans les cases blanches des nombres d'une même année ; les cases grises se calculent. « à vérifier » : un nombre manque, est négatif ou décimal, ou une partie dépasse son total. Où trouver les nombres : les bailleurs informent le préfet de leurs attributions hors QPV au 30 juin et au 31 décembre (L. 441-1), et les réservataires, avant le 28 février, de toutes celles de l'année précédente (R. 441-5-1)."
    )
  );
  feuillets.titre("1) Objectifs de l’EPCI", 11);
  const question =
    "Ces objectifs valent dans les EPCI tenus à un PLH, ou dotés d'un QPV et de la compétence habitat (circulaire du 18/12/2023, annexe 1, 3.4). Est-ce le cas ici ?";
  feuillets.prendre(20);
  const reponse = page.cellule(LARGEURS.length - 1);
  page.fusionnerColonnes(0, LARGEURS.length - 1, 1);
  page.poser(0, typographier(question));
  page.styler(0, LARGEURS.length - 1, 1, { ...FIXE, renvoiALaLigne: true });
  page.styler(LARGEURS.length - 1, 1, 1, { ...CASE, vertical: "milieu", horizontal: "centre" });
  page.dimensionner(1, 20);
  page.sauter();
  return {
    plage: reponse,
    regle: { liste: ["Oui", "Non", "À vérifier"] },
    invite: {
      titre: "EPCI concerné ?",
      texte: typographier("Non : les parts restent un repère, et non un objectif."),
    },
    alerte: { titre: "Réponse inattendue", texte: "Cette case attend Oui, Non ou À vérifier." },
  };
}

const SYNTHESE: readonly Colonne[] = [
  { titre: "Public visé" },
  { titre: "Attributions", style: NOMBRE },
  { titre: "dont public visé", style: NOMBRE },
  { titre: "Part", style: PART },
  { titre: "Objectif, au moins", style: { format: "0 %_m", horizontal: "droite" } },
  { titre: "Attributions manquantes", style: NOMBRE },
  { titre: "Repère national", style: { format: "0.0 %_m", horizontal: "droite" } },
  { titre: "Constat", etendue: 3 },
];

/** Les deux objectifs de l'EPCI ; leurs nombres viennent du tableau par commune, écrit plus bas. */
function reserverLaSynthese(feuillets: Feuillets): (totaux: Totaux) => void {
  const { page } = feuillets;
  poserTitres(feuillets, SYNTHESE);
  const noms = [
    "Hors QPV : 1er quartile, ou relogés du renouvellement urbain",
    "En QPV : 2e, 3e et 4e quartiles",
  ].map(typographier);
  const { premiere } = poserLignes(feuillets, SYNTHESE, noms, () => []);
  feuillets.texte(
    typographier(
      "Nombres repris du tableau par commune (partie 5). Manquantes : à total constant, à l'entier supérieur. Repères nationaux : premiers résultats d'une enquête au 30 juin, sur 332 EPCI des 421 concernés (circulaire, annexe 1, 2.3) ; ce ne sont pas des objectifs. L'article qui fixe les 50 % en QPV n'est pas vérifié : la circulaire rappelle l'objectif."
    )
  );
  return (totaux) => {
    const lignes = (["q1-hors-qpv", "q234-qpv"] as const).map((cle, rang): Contenu[] => {
      const { total, partie, part, manquantes } = totaux[cle];
      const { objectif, repereNational } = ATTRIBUTIONS[cle];
      const ligne = premiere + rang;
      return [
        calculer(total),
        calculer(partie),
        calculer(part),
        objectif / 100,
        calculer(manquantes),
        repereNational / 100,
        calculer(constat(`D${ligne}`, `F${ligne}`)),
      ];
    });
    page.blocs.push({ ancre: `B${premiere}`, contenus: lignes });
  };
}

const RESERVES: readonly Colonne[] = [
  { titre: "Réservataire", saisie: true },
  { titre: "Attributions", saisie: true, style: NOMBRE },
  { titre: "dont publics prioritaires", saisie: true, style: NOMBRE },
  { titre: "Part", style: PART },
  { titre: "Objectif, au moins", style: { format: "0 %_m", horizontal: "droite" } },
  { titre: "Attributions manquantes", style: NOMBRE },
  { titre: "Constat", etendue: 2 },
  { titre: "Observations", etendue: 2, saisie: true },
];

function ecrireReservataires(feuillets: Feuillets): Validation[] {
  const { objectif } = ATTRIBUTIONS.prioritaires;
  const noms = [...RESERVATAIRES, ...Array<null>(LIGNES_LIBRES).fill(null)];
  ouvrirPartie(
    feuillets,
    "2) Publics prioritaires, par réservataire",
    `Chaque réservataire destine au moins ${objectif} % de ses attributions aux ménages DALO et aux publics prioritaires (L. 441-1 ; guide DHUP, annexe 7).`,
    RESERVES,
    noms
  );
  poserTitres(feuillets, RESERVES);
  const lignes = poserLignes(feuillets, RESERVES, noms, (ligne) => {
    const comptes = { total: `B${ligne}`, partie: `C${ligne}` };
    return [
      null,
      null,
      calculer(part(comptes)),
      objectif / 100,
      calculer(manquantes(comptes, `D${ligne}`, objectif)),
      calculer(constat(`D${ligne}`, `F${ligne}`)),
    ];
  });
  return [
    entiers(
      colonneDe(lignes, 1),
      "Attributions",
      "Toutes celles de ce réservataire, dans l'année."
    ),
    entiers(
      colonneDe(lignes, 2),
      "Publics prioritaires",
      "Parmi elles, celles des ménages DALO et des autres publics prioritaires."
    ),
  ];
}

/** La synthèse des dispositifs, puis la place de ceux que le territoire retient. */
function ecrireDispositifs(feuillets: Feuillets): void {
  feuillets.titre("4) Dispositifs de modulation des loyers", 11);
  const texte =
    (cle: keyof Dispositif) =>
    (dispositif: Dispositif): string =>
      typographier(dispositif[cle]);
  feuillets.tableau<Dispositif>(
    [
      { titre: "Dispositif", valeur: texte("nom") },
      { titre: "Cadre", etendue: 2, valeur: texte("cadre") },
      { titre: "Caractère", valeur: texte("caractere") },
      { titre: "Échelle", etendue: 2, valeur: texte("echelle") },
      { titre: "Mixité permise en QPV", etendue: 2, valeur: texte("enQpv") },
      { titre: "Mixité permise hors QPV", etendue: 2, valeur: texte("horsQpv") },
    ],
    DISPOSITIFS
  );
  feuillets.texte(
    typographier(
      "Synthèse de l'annexe 2 de la circulaire du 18/12/2023, avec nos mots. Les loyers dérogatoires ne se mobilisent plus : l'expérimentation a pris fin en mai 2024 ; une suite éventuelle n'est pas vérifiée."
    )
  );
  const { page } = feuillets;
  feuillets.prendre(60);
  page.paragraphe(
    "[Dispositifs retenus sur le territoire, bailleurs et résidences concernés]",
    { ...CASE, taille: 10, italique: true },
    60
  );
}
