import type { BilanDeCommune, Controle } from "../controle";
import { VERSION, mentionDuBareme, typographier } from "../redaction";
import { UNITE, combienDePlaiAuMoins, combienDePlsAuPlus, type Bareme } from "../regles";
import { lettresDeColonne, nomPourFormule, type DonneeLue, type Rubrique } from "../tableau";
import { Composition } from "./composer";
import {
  FORMAT_ENTIER,
  FORMAT_TAUX,
  FORMAT_TAUX_PRECIS,
  FORMAT_TEXTE,
  LIGNE_DE_TOTAL,
  TABLEAU,
  TITRES_DE_COLONNES,
  paysage,
} from "./page";
import type { Formule, PlanDeFeuille, Scalaire, Style } from "./plan";

/** Au-delà, le premier tableau prend plus d'une page : ses titres se répètent, et le détail qualitatif n'est pas ajouté dessous. */
const COMMUNES_PAR_PAGE = 12;

const COLONNES = 6;
const LARGEURS = [190, 106, 106, 106, 106, 106];
const TITRE: Style = { gras: true };
/** Un paragraphe de plusieurs lignes. */
const LONG: Style = { renvoiALaLigne: true };
const LONG_CENTRE: Style = { ...LONG, vertical: "milieu" };
const BLANC: Style = {
  ...LONG,
  italique: true,
  vertical: "haut",
  bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" },
};

/** Une suite de lignes voisines de la table source : une seule formule par colonne la reprend. */
interface Serie {
  /** Première ligne source, à partir de 0. */
  source: number;
  communes: BilanDeCommune[];
}

/** « Article 2 – 2026-2028 ». */
export function nomArticle2(periode: string): string {
  return `Article 2 – ${periode}`;
}

/**
 * L'article 2 d'un contrat mutualisant, au format de la trame officielle (guide DHUP, annexe 3) : les cellules renvoient au tableau
 * source et se recalculent avec lui.
 */
export function planArticle2(controle: Controle, nom: string): PlanDeFeuille {
  const { bareme } = controle;
  const { periode } = bareme;
  const epci = controle.epci ?? "[nom de l’EPCI]";
  const detaillees = controle.communes.length <= COMMUNES_PAR_PAGE;
  const page = new Composition(COLONNES);

  enTete(page, epci, bareme);
  const ligneDesTitres = page.ligne;
  const objectifs = tableauQuantitatif(page, controle);
  const sauts = detaillees ? [page.ligne] : [];
  qualitatif(page, objectifs, controle.communes, detaillees);
  pied(page, bareme);

  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: LARGEURS,
    lignesFigees: 0,
    quadrillage: false,
    impression: {
      ...paysage(`${epci} – projet`, `Contrat de mixité sociale ${periode}, article 2`),
      // Les colonnes tiennent dans la page, et Excel ignore les sauts de page quand il ajuste.
      pagesEnLargeur: 0,
      lignesRepetees: detaillees ? undefined : `${ligneDesTitres}:${ligneDesTitres}`,
      sauts,
    },
  };
}

function enTete(page: Composition, epci: string, { periode, inventaire }: Bareme): void {
  page.paragraphe(`Contrat de mixité sociale (${periode})`, { ...TITRE, taille: 14 }, 22);
  page.paragraphe(`${epci}, contrat mutualisant`, {}, 15);
  const annee = inventaire?.date.slice(0, 4);
  page.paragraphe(
    `Projet.${annee ? ` Inventaire de référence : 1er janvier ${annee}.` : ""}`,
    { taille: 9, bordures: { bas: "moyen" } },
    16
  );
  const titre = `Article 2 - Les objectifs de rattrapage pour la période ${periode}`;
  page.paragraphe(titre, { ...TITRE, taille: 12 }, 24);
  page.paragraphe(
    "En application de l’article L. 302-8-1 du code de la construction et de l’habitation, le contrat fixe, pour la période triennale et pour chacune des communes signataires, les objectifs de réalisation de logements locatifs sociaux.",
    LONG,
    30
  );
  page.paragraphe(`Objectifs quantitatifs de rattrapage pour ${periode}`, TITRE, 20);
  page.paragraphe(
    "Le taux de rattrapage légal de chaque commune (article L. 302-8, VII) et l’objectif qui en résulte sont dits « avant mutualisation ».",
    {},
    16
  );
  page.paragraphe(
    "Au vu de [préciser l’ensemble des éléments expliquant le choix final du niveau de rattrapage retenu dans le contrat de mixité sociale]",
    BLANC,
    40
  );
  page.paragraphe(
    `Il a été fait usage des possibilités de mutualisation de l’objectif de rattrapage précisées au X de l’article L. 302-8 du même code. Les objectifs retenus pour la période ${periode} sont les suivants :`,
    LONG_CENTRE,
    34
  );
}

/** Rend la plage des objectifs après mutualisation, sur la feuille. */
function tableauQuantitatif(page: Composition, controle: Controle): string {
  const { periode, inventaire } = controle.bareme;
  const au = inventaire ? ` au 1er janvier ${inventaire.date.slice(0, 4)}` : "";
  const nombre = controle.communes.length;
  page.fond(COLONNES, nombre + 2, TABLEAU);
  page.rangee(
    [
      "Nom de la commune",
      `Nombre de LS manquants${au}`,
      "Taux de rattrapage avant mutualisation",
      `Objectifs ${periode} avant mutualisation`,
      "Taux de rattrapage après mutualisation",
      `Objectifs ${periode} après mutualisation`,
    ],
    TITRES_DE_COLONNES,
    44
  );
  const debut = page.ligne;
  page.styler(0, 1, nombre + 1, { format: FORMAT_TEXTE });
  page.styler(1, COLONNES - 1, nombre + 1, { format: FORMAT_ENTIER });
  page.styler(2, 1, nombre, { format: FORMAT_TAUX });
  page.styler(4, 1, nombre, { format: FORMAT_TAUX_PRECIS });
  for (const serie of series(controle.communes)) {
    colonnesDeSerie(controle, serie, page.ligne).forEach((contenu, colonne) => {
      if (Array.isArray(contenu)) page.ranger(colonne, contenu);
      else page.poser(colonne, contenu);
    });
    page.sauter(serie.communes.length);
  }

  const fin = page.ligne - 1;
  const { totaux } = controle;
  const total = (colonne: string, valeur: number | null): Formule => ({
    formule: `=SUM(${colonne}${debut}:${colonne}${fin})`,
    valeurs: [[valeur]],
  });
  page.rangee(
    [
      "Total",
      total("B", totaux.deficit),
      null,
      total("D", totaux.avantLegal),
      null,
      total("F", totaux.apres),
    ],
    LIGNE_DE_TOTAL
  );
  conclusion(page, controle, page.ligne - 1);
  return `F${debut}:F${fin}`;
}

/** La phrase qui conclut le bilan suit les totaux : elle change avec eux. */
function conclusion(page: Composition, { totaux }: Controle, ligneDuTotal: number): void {
  const equilibre =
    "La somme des objectifs après mutualisation n’est pas inférieure à celle des objectifs avant mutualisation (X, alinéa 3). Ces objectifs feront l’objet d’une notification par le préfet à l’ensemble des signataires.";
  const desequilibre =
    "Attention : la somme des objectifs après mutualisation est inférieure à celle des objectifs avant mutualisation (X, alinéa 3).";
  const avant = `D${ligneDuTotal}`;
  const apres = `F${ligneDuTotal}`;
  page.paragraphe(
    {
      formule: `=IF(${apres}>=${avant},"${equilibre}","${desequilibre}")`,
      valeurs: [[totaux.marge === null ? null : totaux.marge >= 0 ? equilibre : desequilibre]],
    },
    LONG_CENTRE,
    32
  );
}

/** Coupe les communes en suites de lignes voisines du tableau source. */
function series(communes: readonly BilanDeCommune[]): Serie[] {
  const resultat: Serie[] = [];
  for (const commune of communes) {
    const derniere = resultat.at(-1);
    if (derniere && derniere.source + derniere.communes.length === commune.ligne)
      derniere.communes.push(commune);
    else resultat.push({ source: commune.ligne, communes: [commune] });
  }
  return resultat;
}

/**
 * Les six colonnes d'une suite de communes : une formule étalée sur ses lignes, ou les valeurs lues si la source ne se reprend pas telle quelle (nombre
 * en texte, autre unité, donnée calculée).
 */
function colonnesDeSerie(
  controle: Controle,
  { source, communes }: Serie,
  ligne: number
): (Formule | Scalaire[])[] {
  const { tableau } = controle;
  const lignes = tableau.communes.filter(
    (lue) => lue.ligne >= source && lue.ligne < source + communes.length
  );
  const plage = (rubrique: Rubrique): string | null => {
    const colonne = tableau.colonnes[rubrique];
    const telleQuelle = lignes.every(({ donnees }) => seReprend(donnees[rubrique]));
    if (!colonne || !telleQuelle) return null;
    const lettres = lettresDeColonne(colonne.colonne);
    const fin = source + communes.length;
    const adresses =
      communes.length === 1 ? `${lettres}${fin}` : `${lettres}${source + 1}:${lettres}${fin}`;
    return `${nomPourFormule(tableau.feuille)}!${adresses}`;
  };
  const ici = (lettres: string): string =>
    communes.length === 1
      ? `${lettres}${ligne}`
      : `${lettres}${ligne}:${lettres}${ligne + communes.length - 1}`;
  const etalee = (
    formule: string | null,
    valeur: (c: BilanDeCommune) => Scalaire
  ): Formule | Scalaire[] => {
    const valeurs = communes.map(valeur);
    return formule === null
      ? valeurs
      : { formule: `=${formule}`, valeurs: valeurs.map((v) => [v]) };
  };

  const [taux, objectif] = formulesLegales(plage, ici, communes, controle);
  return [
    etalee(plage("commune"), ({ nom }) => nom),
    etalee(plage("deficit"), ({ deficit }) => deficit),
    etalee(taux, ({ tauxAvant }) => (tauxAvant === null ? null : tauxAvant / UNITE)),
    etalee(objectif, ({ objectifAvant }) => objectifAvant),
    etalee(`IF(${ici("B")}=0,0,${ici("F")}/${ici("B")})`, tauxApres),
    etalee(plage("objectifApres"), ({ objectifApres }) => objectifApres),
  ];
}

/** Une cellule que les formules lisent comme le contrôle l'a lue. */
function seReprend(donnee: DonneeLue | undefined): boolean {
  return donnee === undefined || (donnee.etat !== "convertie" && donnee.etat !== "calculee");
}

function tauxApres({ deficit, objectifApres }: BilanDeCommune): number | null {
  if (deficit === null || objectifApres === null) return null;
  return deficit === 0 ? 0 : objectifApres / deficit;
}

/**
 * Le taux et l'objectif légaux : par l'écart s'il est dans le tableau ou se calcule, sinon par le taux annoncé. Un objectif notifié à
 * l'arrondi au plus proche, que le contrôle a admis, est repris tel quel.
 */
function formulesLegales(
  plage: (rubrique: Rubrique) => string | null,
  ici: (lettres: string) => string,
  communes: readonly BilanDeCommune[],
  { bareme, constats }: Controle
): [taux: string | null, objectif: string | null] {
  const cible = plage("tauxCible");
  const tauxLs = plage("tauxLs");
  const ecart = plage("ecart") ?? (cible && tauxLs ? `CMS.ECART(${cible},${tauxLs})` : null);
  const notifie = constats.some(({ code }) => code === "objectif-avant-arrondi")
    ? plage("objectifAvant")
    : null;
  const droit = `"sans aménagement"`;
  const periode = `"${bareme.periode}"`;
  const deficit = ici("B");
  // Une nouvelle entrante, ou une commune sans déficit, a un taux que l'écart ne donne pas.
  const autrement = communes.some((c) => c.tauxAvant !== null && c.ecart === null);
  if (ecart === null || autrement) {
    const annonce = ecart === null ? plage("tauxAvant") : null;
    if (annonce === null) return [null, notifie];
    return [annonce, notifie ?? `ROUNDUP(ROUND(${deficit}*${ici("C")},6),0)`];
  }
  return [
    `CMS.TAUX.RATTRAPAGE(${ecart},${droit},${periode})`,
    notifie ?? `CMS.OBJECTIF(${deficit},${ecart},${droit},,,${periode})`,
  ];
}

function qualitatif(
  page: Composition,
  objectifs: string,
  communes: readonly BilanDeCommune[],
  detaillees: boolean
): void {
  const plai = communes.map(({ objectifApres }) => part(combienDePlaiAuMoins(objectifApres)));
  const pls = communes.map(({ objectifApres }) =>
    part(combienDePlsAuPlus(objectifApres, null, true))
  );
  const formulePlai = `CMS.PLAI.MIN(${objectifs})`;
  const formulePls = `CMS.PLS.MAX(${objectifs},,TRUE)`;
  const debut =
    "Les logements réalisés devront intégrer au moins 30 % de PLAI et au plus 30 % de PLS et assimilés (L. 302-8, III ; communes couvertes par un PLH), soit au moins ";
  const milieu = " logements PLAI et un maximum de ";
  const fin = " logements en PLS ou assimilés.";

  page.paragraphe("Objectifs qualitatifs de rattrapage", TITRE, 24);
  page.paragraphe(
    {
      formule: `="${debut}"&SUM(${formulePlai})&"${milieu}"&SUM(${formulePls})&"${fin}"`,
      valeurs: [[`${debut}${somme(plai)}${milieu}${somme(pls)}${fin}`]],
    },
    LONG,
    34
  );
  if (!detaillees) return;

  const nombre = communes.length;
  page.fond(4, nombre + 2, TABLEAU);
  page.rangee(
    ["Nom de la commune", "Objectif retenu", "PLAI, au moins", "PLS et assimilés, au plus"],
    TITRES_DE_COLONNES,
    30
  );
  const premiere = page.ligne;
  page.styler(0, 1, nombre + 1, { format: FORMAT_TEXTE });
  page.styler(1, 3, nombre + 1, { format: FORMAT_ENTIER });
  const colonne = (formule: string, valeurs: Scalaire[]): Formule => ({
    formule: `=${formule}`,
    valeurs: valeurs.map((valeur) => [valeur]),
  });
  page.poser(
    0,
    colonne(
      objectifs.replaceAll("F", "A"),
      communes.map(({ nom }) => nom)
    )
  );
  page.poser(
    1,
    colonne(
      objectifs,
      communes.map(({ objectifApres }) => objectifApres)
    )
  );
  page.poser(2, colonne(formulePlai, plai));
  page.poser(3, colonne(formulePls, pls));
  page.sauter(nombre);
  const derniere = page.ligne - 1;
  const total = (lettres: string, valeurs: Scalaire[]): Formule => ({
    formule: `=SUM(${lettres}${premiere}:${lettres}${derniere})`,
    valeurs: [[somme(valeurs)]],
  });
  const apres = communes.map(({ objectifApres }) => objectifApres);
  page.rangee(["Total", total("B", apres), total("C", plai), total("D", pls)], LIGNE_DE_TOTAL);
}

function part(resultat: ReturnType<typeof combienDePlaiAuMoins>): number | null {
  return resultat.ok ? resultat.valeur : null;
}

function somme(valeurs: readonly Scalaire[]): number {
  return valeurs.reduce<number>((total, valeur) => total + Number(valeur), 0);
}

function pied(page: Composition, bareme: Bareme): void {
  const titre = `Modalités d’établissement du bilan triennal ${bareme.periode}`;
  page.paragraphe(titre, TITRE, 28);
  page.paragraphe(
    `[Rappel des règles de comptabilisation des logements réalisés au titre du bilan triennal ${bareme.periode}]`,
    BLANC,
    40
  );
  page.paragraphe(
    typographier(
      `Mentions. Objectifs arrondis à l'entier supérieur par commune, puis additionnés. ${mentionDuBareme(bareme)} Établi avec Complément CMS ${VERSION}.`
    ),
    { ...LONG, taille: 9 },
    40
  );
}
