import { reconnaitreRubriques } from "../../src/tableau/reconnaitre-titre";

/** Un mot de trop dans un titre d'objectif : il parle du passé, du réalisé, de la sanction ou d'un rythme, et plus du contrat. */
describe("un objectif qui n'est pas celui du contrat", () => {
  test.each([
    ["ce qui a été fait", "réalisé"],
    ["ce qui a été fait", "réalisée"],
    ["ce qui a été fait", "réalisation"],
    ["ce qui est atteint", "atteint"],
    ["ce qui est atteint", "atteinte"],
    ["ce qui est atteint", "atteintes"],
    ["un bilan", "bilan"],
    ["des agréments", "agréé"],
    ["des agréments", "agrément"],
    ["des agréments", "agréments"],
    ["des financements", "financé"],
    ["des financements", "finance"],
    ["des financements", "financement"],
    ["des financements", "financements"],
    ["une programmation", "programmé"],
    ["une programmation", "programmation"],
    ["des livraisons", "livré"],
    ["des livraisons", "livrés"],
    ["des livraisons", "livraison"],
    ["des livraisons", "livraisons"],
    ["un conventionnement", "conventionnés"],
    ["un conventionnement", "conventionnement"],
    ["la sanction", "prélèvement"],
    ["la sanction", "pénalité"],
    ["la sanction", "pénalités"],
    ["la sanction", "dépense"],
    ["la sanction", "dépenses déductibles"],
    ["la vacance", "vacants"],
    ["la vacance", "vacance"],
    ["une différence", "évolution"],
    ["une différence", "solde"],
    ["le passé", "ancien"],
    ["le passé", "ancienne"],
    ["le passé", "précédent"],
    ["le passé", "précédents"],
    ["un rythme", "annuel"],
    ["un rythme", "annuelle"],
    ["un rythme", "par an"],
    ["un reste", "restant"],
    ["un reste", "restante"],
    ["un reste", "restants"],
    ["une moyenne", "moyen"],
    ["une moyenne", "moyenne"],
    ["un plancher", "plancher"],
    ["la demande", "demande"],
    ["la demande", "demandes"],
    ["les attributions", "attribution"],
    ["les attributions", "attributions"],
    ["un commentaire", "commentaire"],
    ["un commentaire", "commentaires"],
    ["un commentaire", "observation"],
    ["un commentaire", "observations"],
    ["un commentaire", "remarque"],
    ["un commentaire", "remarques"],
    ["une vérification", "vérif"],
    ["une vérification", "vérifié"],
    ["une vérification", "vérification"],
    ["une vérification", "contrôle"],
  ])("%s : « Objectif – %s »", (_, mot) => {
    expect(reconnaitreRubriques(`Objectif – ${mot}`)).toEqual([]);
    expect(reconnaitreRubriques(`OBJECTIF (${mot.toUpperCase()})`)).toEqual([]);
  });

  test("sans ce mot, c'en est un", () => {
    expect(reconnaitreRubriques("Objectif").map(({ rubrique }) => rubrique)).toEqual([
      "objectifAvant",
      "objectifApres",
    ]);
  });
});

test.each([
  ["insee", "N° INSEE (à vérifier : contrôle)"],
  ["population", "Population 2022 (remarques)"],
  ["ecart", "Différence au taux légal"],
  ["plai", "PLAI minimum"],
  ["pls", "PLS (contrôle)"],
  ["capacite", "Capacité programmée"],
  ["plh", "PLH exécutoire (observations)"],
  ["entrante", "Commune nouvellement soumise (avenant)"],
])("ces mots n'empêchent pas %s : « %s »", (rubrique, titre) => {
  expect(reconnaitreRubriques(titre)[0]?.rubrique).toBe(rubrique);
});
