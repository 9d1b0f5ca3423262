// The theme without its web font: nothing loads from elsewhere, and the reader's own fonts are there at once.
import Theme from 'vitepress/theme-without-fonts';
import './site.css';

export default Theme;
