/** webpack charge les feuilles de style ; TypeScript ne connaît que leur nom. */
declare module "*.css";
