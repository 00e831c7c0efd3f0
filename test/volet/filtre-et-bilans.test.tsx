import { act, screen, within } from "@testing-library/react";
import { TITRES, type Lignes } from "../outils/feuille-lue";
import { ouvrirEtControler } from "./ouvrir";

/** Trois cents EPCI dans jsdom, sur une machine chargée. */
jest.setTimeout(30_000);

/** Un nom de commune par rang : « Bourg-a », « Bourg-b »… */
const nomDe = (rang: number): string => `Bourg-${String.fromCharCode(97 + rang)}`;

/** Dix communes au plancher ou dessous : autant d'erreurs, une somme trop basse, et deux avertissements. */
const FAUTIVE: Lignes = [
  ["EPCI : EPCI A-B"],
  TITRES,
  ...Array.from({ length: 10 }, (_, i) => [nomDe(i), 300, 5, 99, i < 2 ? 50 : 20]),
];

function constats(): (string | undefined)[] {
  return screen
    .queryAllByRole("listitem")
    .filter((item) => item.dataset.code !== undefined)
    .map((item) => item.dataset.gravite);
}

describe("le filtre des constats", () => {
  test("une gravité à la fois, le compte est annoncé, le focus reste", async () => {
    const { utilisateur } = await ouvrirEtControler(FAUTIVE);
    const barre = await screen.findByRole("toolbar", { name: "Filtrer les constats" });
    const bouton = (nom: RegExp): HTMLElement => within(barre).getByRole("button", { name: nom });
    expect(bouton(/^Tous, 11$/)).toHaveAttribute("aria-pressed", "true");
    expect(new Set(constats())).toEqual(new Set(["erreur", "avertissement"]));

    await utilisateur.click(bouton(/^Avertissements, 2$/));
    expect(constats()).toEqual(["avertissement", "avertissement"]);
    expect(screen.getByText("2 constats montrés sur 11")).toHaveAttribute("role", "status");
    expect(bouton(/^Avertissements/)).toHaveFocus();

    await utilisateur.click(bouton(/^Erreurs/));
    expect(new Set(constats())).toEqual(new Set(["erreur"]));
    expect(bouton(/^Erreurs, 9$/)).toHaveFocus();
  });

  test("plus de huit constats : on cherche une commune ; ce qui est tapé reste d'un contrôle à l'autre", async () => {
    const { utilisateur, classeur } = await ouvrirEtControler(FAUTIVE);
    const champ = await screen.findByLabelText("Filtrer par commune");
    await utilisateur.type(champ, "BOURG C");
    expect(screen.getByText("1 constat montré sur 11")).toBeVisible();
    expect(screen.getByRole("heading", { level: 3 })).toHaveTextContent("Bourg-c");

    act(() => classeur.changer(FAUTIVE.map((ligne) => ligne.map((v) => (v === 20 ? 30 : v)))));
    await screen.findByRole("heading", { name: /^Il manque 650 logements/ });
    expect(screen.getByText("1 constat montré sur 11")).toBeVisible();
    expect(champ).toHaveFocus();
    await utilisateur.click(screen.getByRole("button", { name: "Effacer la recherche" }));
    expect(champ).toHaveValue("");
  });

  test("une gravité qui n'a plus de constat ne cache pas les autres", async () => {
    const { utilisateur, classeur } = await ouvrirEtControler(FAUTIVE);
    await utilisateur.click(await screen.findByRole("button", { name: "Avertissements, 2" }));
    act(() => classeur.changer(FAUTIVE.map((ligne) => ligne.map((v) => (v === 50 ? 99 : v)))));
    await screen.findByRole("heading", { name: "Erreurs, 9" });
    expect(new Set(constats())).toEqual(new Set(["erreur"]));
  });

  test("peu de constats d'une seule gravité : pas de filtre", async () => {
    await ouvrirEtControler([TITRES, ["Aubrelle", 300, 5, 99, 90]]);
    await screen.findByRole("heading", { name: /^Erreurs/ });
    expect(screen.queryByLabelText("Filtrer par commune")).not.toBeInTheDocument();
  });
});

describe("la synthèse d'un département de 300 EPCI", () => {
  /** Un EPCI sur cent manque de logements, de plus en plus. */
  const DEPARTEMENT: Lignes = [
    ["EPCI", ...TITRES],
    ...Array.from({ length: 300 }, (_, i) => [
      `CC du Pays ${i}`,
      `Bourg ${i}`,
      300,
      5,
      99,
      i % 100 === 50 ? 90 - i / 10 : 99,
    ]),
  ];

  function lignes(): string[] {
    const table = screen.getByRole("columnheader", { name: "EPCI ou tableau" }).closest("table");
    return within(table as HTMLElement)
      .getAllByRole("rowheader")
      .map((entete) => entete.textContent ?? "");
  }

  test("les plus bloquants d'abord, quelques lignes, le reste à la demande ou par son nom", async () => {
    const { utilisateur } = await ouvrirEtControler(DEPARTEMENT);
    await screen.findByRole("heading", { name: "300 bilans sur cette feuille" });
    expect(screen.getByText("3 non conformes · 297 à confirmer")).toBeVisible();
    expect(lignes().slice(0, 4)).toEqual([
      expect.stringMatching(/^CC du Pays 250non conforme/),
      expect.stringMatching(/^CC du Pays 150non conforme/),
      expect.stringMatching(/^CC du Pays 50non conforme/),
      expect.stringMatching(/^CC du Pays 0à confirmer/),
    ]);
    expect(lignes().length).toBeLessThan(20);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Pays 250");

    await utilisateur.type(screen.getByLabelText("Chercher un EPCI"), "pays 299");
    expect(lignes()).toEqual([expect.stringMatching(/^CC du Pays 299/)]);
    expect(screen.getByText("1 bilan trouvé")).toHaveAttribute("role", "status");
    await utilisateur.click(screen.getByRole("button", { name: "CC du Pays 299" }));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Pays 299");

    await utilisateur.clear(screen.getByLabelText("Chercher un EPCI"));
    await utilisateur.click(screen.getByRole("button", { name: "Montrer 100 bilans de plus" }));
    expect(lignes().length).toBeGreaterThan(100);
  });
});
