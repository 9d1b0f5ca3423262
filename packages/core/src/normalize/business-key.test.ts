import { namesBusiness } from './business-key.js';

it.each([
  ...['store_name', 'sucursal', 'sellerId', 'agent', 'Vendedor', 'loja_nome', 'BRANCH', 'hotel-name', 'proveedor'],
  ...['destinatário', 'companyName', 'support_email', 'recipientPhone', 'tienda'],
])('%j does', (key) => {
  expect(namesBusiness(key)).toBe(true);
});

it.each([
  ...['phone', 'email', 'order_id', 'restored', 'agency', 'branching', 'shopping', 'total', '', 'plan', 'localidad'],
  'store'.repeat(100),
])('%j does not', (key) => {
  expect(namesBusiness(key)).toBe(false);
});
