import {
  CHAPEAU_DES_ANNEES,
  CHAPEAU_DES_LOGEMENTS,
  CHAPEAU_DES_PRODUITS,
  CHAPEAU_DE_L_AVANCEMENT,
  TITRES_D_ARTICLE_3,
  TITRE_DES_ULTERIEURS,
  TITRE_DE_LA_SYNTHESE,
  quelIntertitre,
  quelleRubrique,
  type Intertitre,
  type RubriqueDArticle3,
} from "../../src/suivi/colonnes";

test.each<[string, RubriqueDArticle3]>([
  ["COMMUNE", "commune"],
  ["Nom de la\ncommune", "commune"],
  ["Communes concernées", "commune"],
  ["Nom commune", "commune"],

  ["1. Nom de l'opération", "nom"],
  ["1.Intitulé", "nom"],
  ["1 - Désignation du site", "nom"],
  ["1°) Nom de l'opération", "nom"],
  ["(1) Nom de l'opération", "nom"],
  ["Libellé", "nom"],
  ["Projet", "nom"],
  ["PROGRAMME", "nom"],
  ["Site", "nom"],
  ["Nom et adresse de l'opération", "nom"],

  ["Adresse", "adresse"],
  ["Adresse (remarques éventuelles)", "adresse"],
  ["Quartier / localisation", "adresse"],

  ["Réf. cadastrale", "cadastre"],
  ["Section et n° de parcelle", "cadastre"],
  ["Parcelles", "cadastre"],

  ["Maître d’ouvrage", "maitreDOuvrage"],
  ["MAITRES D'OUVRAGE", "maitreDOuvrage"],
  ["maitre d ouvrage", "maitreDOuvrage"],
  ["Nom du maître d'ouvrage", "maitreDOuvrage"],
  ["MO", "maitreDOuvrage"],
  ["MOA", "maitreDOuvrage"],
  ["Maîtrise d'ouvrage", "maitreDOuvrage"],
  ["Maîtres d'ouvrages", "maitreDOuvrage"],
  ["Nom du bailleur", "maitreDOuvrage"],
  ["Bailleur social", "maitreDOuvrage"],
  ["Opérateur", "maitreDOuvrage"],

  ["Nb total de logements", "logements"],
  ["Nb de lgts", "logements"],
  ["Nb lgt", "logements"],
  ["Nb logt", "logements"],
  ["Nb log.", "logements"],
  ["Projetés", "logements"],
  ["Plus de 50 logements", "logements"],

  ["NOMBRE DE LOGEMENTS\nSOCIAUX", "sociaux"],
  ["dont LLS", "sociaux"],
  ["Nb de LS", "sociaux"],
  ["Locatif social", "sociaux"],
  ["Logements sociaux en plus", "sociaux"],

  ["Typologie", "typologie"],
  ["Répartition PLAI / PLUS / PLS", "typologie"],
  ["PLS, PLUS, PLAI", "typologie"],
  ["PLUS/PLAI", "typologie"],
  ["PLAI + PLUS", "typologie"],
  ["PLUS et PLS", "typologie"],

  ["dont PLAI", "plai"],
  ["Nb PLAI", "plai"],
  ["Nb PLUS", "plus"],
  ["dont PLUS", "plus"],
  ["Nombre de PLUS", "plus"],
  ["Lgt PLUS", "plus"],
  ["LLS PLUS", "plus"],
  ["PLS et assimilés", "pls"],
  ["PLS, dont PLS étudiants", "pls"],
  ["PSLA", "accession"],
  ["dont BRS", "accession"],
  ["Accession sociale", "accession"],

  ["Année prévisionnelle", "anneePrevue"],
  ["Date d'agrément (prévue)", "anneePrevue"],
  ["Financement prévu", "anneePrevue"],
  ["Prévu", "anneePrevue"],
  ["PRÉVISIONNELLE", "anneePrevue"],

  ["Année de\nfinancement", "anneeFinancement"],
  ["Date de l'agrément", "anneeFinancement"],
  ["Financé en", "anneeFinancement"],
  ["Effectif", "anneeFinancement"],
  ["Réelle", "anneeFinancement"],
  ["Réel", "anneeFinancement"],
  ["Année de financement (date du permis)", "anneeFinancement"],

  ["Initiative (publique ou privée)", "initiative"],
  ["Initiative du bailleur", "initiative"],
  ["À l'initiative de la commune", "initiative"],

  ["Étape", "etape"],
  ["Étapes franchies", "etape"],
  ["Étape prévue", "etape"],
  ["Étape franchie (date du permis)", "etape"],
  ["Avancement des travaux", "etape"],
  ["Avancement effectif", "etape"],
  ["Avancement des sites projetés", "etape"],

  ["État", "etat"],
  ["Statut", "etat"],
  ["Statut de l'opération", "etat"],
  ["État du projet", "etat"],
  ["État d'avancement", "etape"],

  ["Équipe-projet", "equipeProjet"],
  ["Équipe : nom du référent", "equipeProjet"],

  ["10. Observations", "observations"],
  ["10) Observation", "observations"],
  ["Commentaire", "observations"],
  ["Remarque", "observations"],
])("le titre « %s » annonce %s", (titre, rubrique) => {
  expect(quelleRubrique(titre)).toBe(rubrique);
});

test.each([
  "",
  "Code INSEE",
  "Prix au m²",
  "Surface de plancher",
  "Total",
  "Date du PC",
  "Date de dépôt de la demande d'agrément",
  "Année de la demande de financement",
  "Date de dépôt de l'agrément",
  "LLS hors PLS",
  "Logements sociaux hors PSLA",
  "Logements hors LLS",
  "Date prévisionnelle de livraison",
  "Livraison prévue",
  "Année de démarrage des travaux",
  "% LLS",
  "Taux de LLS",
  "Part de logements sociaux (%)",
  "PLAI en %",
  "Logements non sociaux",
  "Accession libre",
  "Logements libres",
])("le titre « %s » n'annonce rien", (titre) => {
  expect(quelleRubrique(titre)).toBeNull();
});

test.each(Object.entries(TITRES_D_ARTICLE_3))(
  "le titre que nous écrivons pour %s se relit : « %s »",
  (rubrique, titre) => {
    expect(quelleRubrique(titre)).toBe(rubrique);
  }
);

test.each<[string, RubriqueDArticle3]>([
  [CHAPEAU_DES_LOGEMENTS, "logements"],
  [CHAPEAU_DES_PRODUITS, "typologie"],
  [CHAPEAU_DES_ANNEES, "anneeFinancement"],
  [CHAPEAU_DE_L_AVANCEMENT, "observations"],
])("resté seul, notre chapeau « %s » vaut %s", (chapeau, rubrique) => {
  expect(quelleRubrique(chapeau)).toBe(rubrique);
});

test.each<[string, Intertitre]>([
  ["Total", "total"],
  ["TOTAL GÉNÉRAL", "total"],
  ["Sous-total Rivemont", "total"],
  ["Totaux", "total"],
  ["Sous total", "total"],
  ["Ensemble des communes", "total"],

  ["Projets ultérieurs", "ultérieure"],
  ["OPÉRATIONS ULTÉRIEURES", "ultérieure"],
  ["Liste spécifique", "ultérieure"],
  ["Vivier", "ultérieure"],
  ["Projet à financer après 2028", "ultérieure"],
  ["Opération après 2028", "ultérieure"],
  ["Financement attendu après 2028", "ultérieure"],
  ["Opérations de la période suivante", "ultérieure"],
  ["Projets relevant de la période triennale suivante", "ultérieure"],
  [`${TITRE_DES_ULTERIEURS} 2028`, "ultérieure"],

  ["Liste principale", "principale"],
  ["PROJETS PRIORITAIRES", "principale"],
  ["Opérations prioritaires 2026-2028", "principale"],

  [TITRE_DE_LA_SYNTHESE, "synthese"],
  ["FACE AUX OBJECTIFS DE L'ARTICLE 2 (synthèse)", "synthese"],
])("l'intertitre « %s » annonce la liste ou la ligne « %s »", (texte, intertitre) => {
  expect(quelIntertitre(texte)).toBe(intertitre);
});

test.each([
  "40 logements au total",
  "Aucun des projets n'est attendu après 2028",
  "Hors liste principale",
  "Voir les objectifs de l'article 2",
  "Rivemont",
])("« %s » n'est qu'une note", (texte) => {
  expect(quelIntertitre(texte)).toBeNull();
});

describe("300 signes au plus", () => {
  const long = (debut: string, longueur: number): string => debut.padEnd(longueur, " et suite");

  test("un titre, au-delà, est une phrase", () => {
    expect(quelleRubrique(long("Observations", 300))).toBe("observations");
    expect(quelleRubrique(long("Observations", 301))).toBeNull();
  });

  test("un intertitre aussi", () => {
    expect(quelIntertitre(long("Projets ultérieurs", 300))).toBe("ultérieure");
    expect(quelIntertitre(long("Projets ultérieurs", 301))).toBeNull();
  });
});
